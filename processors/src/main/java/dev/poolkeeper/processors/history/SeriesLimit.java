package dev.poolkeeper.processors.history;

import java.util.Arrays;

/**
 * What a series may fill.
 *
 * @param amount over 0, in the unit of the series
 * @param of what says so
 */
public record SeriesLimit(long amount, Origin of) {

  /** What says how much there is room for. */
  public enum Origin {
    /** The refquota or quota of the dataset. */
    QUOTA("quota"),
    /** The size of the claim's file system, as it says itself. */
    FILE_SYSTEM("file-system"),
    /** What the root dataset of the pool uses and still has. */
    POOL("pool");

    private final String word;

    Origin(String word) {
      this.word = word;
    }

    /** As the ledger and lists write it. */
    public String word() {
      return word;
    }

    /**
     * @throws IllegalArgumentException it is no such word
     */
    public static Origin of(String word) {
      return Arrays.stream(values())
          .filter(origin -> origin.word.equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("'%s' limits nothing".formatted(word)));
    }
  }

  public SeriesLimit {
    if (amount <= 0) {
      throw new IllegalArgumentException("a limit of " + amount);
    }
  }
}
