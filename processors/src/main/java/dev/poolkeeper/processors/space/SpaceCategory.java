package dev.poolkeeper.processors.space;

import java.util.Arrays;
import java.util.Optional;

/** Whom a dataset serves; the words are those of {@code mart.dataset_space}. */
public enum SpaceCategory {
  /** A PersistentVolume owns it, or it lies inside one of these. */
  VOLUME("volume"),
  /** The copy that a VolumeSnapshotContent stands on. */
  DETACHED_SNAPSHOT("detached-snapshot"),
  /** Volumes use it without owning it, or one of several that may be theirs. */
  SHARED("shared"),
  /** A CSI driver made it and nothing uses it: an open 102 or 207. */
  UNCLAIMED("unclaimed"),
  /** Anybody else's. */
  OTHER("other");

  private final String word;

  SpaceCategory(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<SpaceCategory> named(String word) {
    return Arrays.stream(values()).filter(category -> category.word.equals(word)).findFirst();
  }
}
