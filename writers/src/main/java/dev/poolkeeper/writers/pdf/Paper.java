package dev.poolkeeper.writers.pdf;

import java.util.Locale;

/** What a PDF is laid out for. */
public enum Paper {
  A4,
  LETTER;

  /** The word that CSS and the configuration have for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
