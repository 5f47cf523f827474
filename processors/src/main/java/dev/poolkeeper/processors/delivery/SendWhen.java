package dev.poolkeeper.processors.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On which nights somebody wants to be told. */
public enum SendWhen {
  /** On every night, also when all is well: silence would be ambiguous. */
  ALWAYS,
  /** When something of theirs is new, confirmed, back or gone, or the verdict is another. */
  ON_CHANGE,
  /** When something of theirs asks for them, or not all was seen. */
  ON_PROBLEMS;

  /** As the configuration writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SendWhen> named(String word) {
    return Arrays.stream(values()).filter(when -> when.word().equals(word)).findFirst();
  }
}
