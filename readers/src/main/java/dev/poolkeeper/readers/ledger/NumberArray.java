package dev.poolkeeper.readers.ledger;

/**
 * Walks over an array of whole numbers as Postgres writes it, <code>{12,-3}</code>, without an
 * object per number. NULL, which a left join leaves alone in its array, ends it.
 */
final class NumberArray {

  private final String text;
  private int at = 1;
  private long value;

  NumberArray(String text) {
    this.text = text;
  }

  /** Goes to the next number; false when there is none. */
  boolean next() {
    if (at >= text.length() - 1 || text.charAt(at) == 'N') {
      return false;
    }
    boolean negative = text.charAt(at) == '-';
    int position = negative ? at + 1 : at;
    long number = 0;
    for (char c = text.charAt(position); c >= '0' && c <= '9'; c = text.charAt(++position)) {
      number = 10 * number + (c - '0');
    }
    value = negative ? -number : number;
    at = position + 1;
    return true;
  }

  /** The number it stands on. */
  long value() {
    return value;
  }
}
