package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.history.ClaimDay;
import dev.poolkeeper.processors.history.DayRange;
import java.util.function.Consumer;

/** Where the past fill levels of clusters' claims are found. */
public interface ClaimHistory {

  /** How many days before tonight are wanted of a cluster; 0 when it has no such source. */
  int daysBack(String cluster);

  /**
   * Tells what is known of these days, in any order; claims and days may be missing.
   *
   * @throws dev.poolkeeper.readers.source.SourceFailure when not all could be told
   */
  void read(String cluster, DayRange days, Consumer<ClaimDay> found);
}
