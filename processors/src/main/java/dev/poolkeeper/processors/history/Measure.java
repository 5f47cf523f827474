package dev.poolkeeper.processors.history;

import java.util.Arrays;

/** What is measured of a subject, day by day. */
public enum Measure {
  /** All space charged to a dataset, pool, or all volumes of a group, with snapshots. Bytes. */
  USED("used", Unit.BYTES),
  /** Live data of a dataset or zvol, without snapshots and children. Bytes. */
  LIVE("live", Unit.BYTES),
  /** What the file system of a claim says is used. Bytes. */
  FILLED("filled", Unit.BYTES),
  /** How many ZFS snapshots there are. */
  SNAPSHOTS("snapshots", Unit.COUNT),
  /** How many PersistentVolumes there are. */
  VOLUMES("volumes", Unit.COUNT);

  /** What a measure is counted in. */
  public enum Unit {
    BYTES,
    COUNT
  }

  private final String word;
  private final Unit unit;

  Measure(String word, Unit unit) {
    this.word = word;
    this.unit = unit;
  }

  /** As the ledger and lists write it. */
  public String word() {
    return word;
  }

  public Unit unit() {
    return unit;
  }

  /**
   * @throws IllegalArgumentException it is no such word
   */
  public static Measure of(String word) {
    return Arrays.stream(values())
        .filter(measure -> measure.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'%s' is no measure".formatted(word)));
  }
}
