package dev.poolkeeper.tests.estates;

import java.util.List;

/**
 * A TrueNAS.
 *
 * @param address what volumes call it
 * @param told whether that address is configured, and not only learnt from volumes
 * @param basename how its IQNs begin
 * @param cold what became of its pool {@code cold}
 */
record Nas(
    String name,
    Release release,
    String address,
    boolean told,
    String basename,
    List<String> pools,
    ColdPool cold) {

  /** A pool with volumes that is not there to be read. */
  enum ColdPool {
    NONE,
    /** It is not in the list of pools. */
    EXPORTED,
    /** It is in the list, and hides its datasets. */
    OFFLINE
  }

  Nas {
    pools = List.copyOf(pools);
  }
}
