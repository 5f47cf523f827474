package dev.poolkeeper.jobs.postgres;

import java.nio.file.Path;

/** Names what lies in poolkeeper's home; what begins with a dot is unfinished or temporary. */
record LedgerFiles(Path home) {

  Path ledger() {
    return home.resolve("ledger");
  }

  Path password() {
    return home.resolve("password");
  }

  Path passwordForInitdb() {
    return home.resolve(".password.initdb");
  }

  Path lock() {
    return home.resolve("lock");
  }

  Path log() {
    return home.resolve("postgres.log");
  }

  Path postgres(String version) {
    return home.resolve("postgres-" + version);
  }

  Path unpacking(String version) {
    return home.resolve(".postgres-" + version + ".unpacking");
  }
}
