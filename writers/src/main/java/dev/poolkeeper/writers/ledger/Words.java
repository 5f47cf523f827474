package dev.poolkeeper.writers.ledger;

import java.util.Locale;

/** Enum constants as the ledger writes them: lower case with hyphens. */
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
