package dev.poolkeeper.processors.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a night is one matter to a channel. */
public enum Grouping {
  /** Every finding is one of its own. */
  NONE,
  /** All findings of one code on one cluster or NAS together. */
  CODE;

  /** As the configuration writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Grouping> named(String word) {
    return Arrays.stream(values()).filter(grouping -> grouping.word().equals(word)).findFirst();
  }
}
