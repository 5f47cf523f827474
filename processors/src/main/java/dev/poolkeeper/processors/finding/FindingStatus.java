package dev.poolkeeper.processors.finding;

import java.util.Locale;

/** What happened to a finding on one night. */
public enum FindingStatus {
  /** Seen for the first time. */
  NEW,
  /** Seen again. */
  PERSISTING,
  /** Seen again after it had been resolved. */
  REOPENED,
  /** Looked for with complete knowledge, and gone. */
  RESOLVED,
  /** Left alone because somebody said so. */
  EXCEPTED,
  /** Not judged, because a guard distrusts an inventory it needs. */
  HELD,
  /** Not judged, because something it needs is not known. */
  UNDECIDED;

  /** The word used in files and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it was seen on that night itself. */
  public boolean seen() {
    return this == NEW || this == PERSISTING || this == REOPENED || this == EXCEPTED;
  }
}
