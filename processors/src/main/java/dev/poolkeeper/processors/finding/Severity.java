package dev.poolkeeper.processors.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgently a person should look, most urgent first. */
public enum Severity {
  CRITICAL(5),
  WARNING(1),
  INFO(0);

  private final int weight;

  Severity(int weight) {
    this.weight = weight;
  }

  /** How much one finding of it weighs in a score. */
  public int weight() {
    return weight;
  }

  /** The word used in files and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that word; empty when there is none. */
  public static Optional<Severity> named(String word) {
    return Arrays.stream(values()).filter(severity -> severity.word().equals(word)).findFirst();
  }
}
