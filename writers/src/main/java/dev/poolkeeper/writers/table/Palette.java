package dev.poolkeeper.writers.table;

import static java.util.Locale.ROOT;

import java.util.Map;

/** Colours of the words that say how something stands; none at all unless asked for. */
final class Palette {

  private static final String RED = "31;1";
  private static final String YELLOW = "33";
  private static final String GREEN = "32";
  private static final String DIM = "2";

  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          Map.entry("critical", RED),
          Map.entry("failed", RED),
          Map.entry("absent", RED),
          Map.entry("faulted", RED),
          Map.entry("lost", RED),
          Map.entry("warning", YELLOW),
          Map.entry("attention", YELLOW),
          Map.entry("incomplete", YELLOW),
          Map.entry("degraded", YELLOW),
          Map.entry("ambiguous", YELLOW),
          Map.entry("unresolved", YELLOW),
          Map.entry("released", YELLOW),
          Map.entry("held", YELLOW),
          Map.entry("undecided", YELLOW),
          Map.entry("ok", GREEN),
          Map.entry("complete", GREEN),
          Map.entry("confirmed", GREEN),
          Map.entry("online", GREEN),
          Map.entry("resolved", GREEN),
          Map.entry("info", DIM),
          Map.entry("skipped", DIM),
          Map.entry("excepted", DIM));

  private final boolean colour;

  Palette(boolean colour) {
    this.colour = colour;
  }

  String paint(String word) {
    String code = COLOURS.get(word.toLowerCase(ROOT));
    return colour && code != null ? sgr(code, word) : word;
  }

  /** Reversed and bold: what must not be overlooked. */
  String alarm(String text) {
    return colour ? sgr("1;7", text) : text;
  }

  private static String sgr(String code, String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
