package dev.poolkeeper.writers.report;

/** The commands a page points to; those of the demo look into the demo's own ledger. */
record CommandHints(boolean demo) {

  /** A command of ours, in the ledger of this page. */
  String inLedger(String command) {
    return command + suffix();
  }

  String findings() {
    return "poolkeeper findings" + suffix();
  }

  String findings(String code) {
    return "poolkeeper findings --code " + code + suffix();
  }

  String volumes() {
    return "poolkeeper volumes" + suffix();
  }

  String protection(String options) {
    return "poolkeeper protection" + options + suffix();
  }

  String retention(String options) {
    return "poolkeeper retention" + options + suffix();
  }

  private String suffix() {
    return demo ? " --demo" : "";
  }
}
