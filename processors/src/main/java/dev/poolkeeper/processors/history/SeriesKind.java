package dev.poolkeeper.processors.history;

import java.util.Arrays;

/** What a series is of. */
public enum SeriesKind {
  /** A dataset or zvol that a PersistentVolume owns. */
  VOLUME("volume"),
  /** The file system of a claim, as kubelets or Prometheus see it. */
  CLAIM("claim"),
  /** A dataset that is no volume; the root dataset of a pool is its pool. */
  DATASET("dataset"),
  POOL("pool"),
  /** All volumes of a namespace. */
  NAMESPACE("namespace"),
  /** All volumes of a StorageClass. */
  STORAGE_CLASS("storage-class"),
  /** How many snapshots a dataset, pool or NAS has, or volumes a cluster. */
  COUNT("count");

  private final String word;

  SeriesKind(String word) {
    this.word = word;
  }

  /** As the ledger and lists write it. */
  public String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException it is no such word
   */
  public static SeriesKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'%s' is no kind of series".formatted(word)));
  }
}
