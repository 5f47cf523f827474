package dev.poolkeeper.processors.finding;

import java.util.Locale;

/** How urgently a person should look, most urgent first. */
public enum Severity {
  CRITICAL,
  WARNING,
  INFO;

  /** The word used in files and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
