package dev.poolkeeper.readers.truenas.live;

import java.util.Map;

/**
 * What the ledger remembers of a NAS' snapshots, so that only new ones have to be asked for in
 * full.
 */
@FunctionalInterface
public interface KnownSnapshots {

  /** Nothing is remembered: everything is asked for in full. */
  KnownSnapshots NONE = Map::of;

  /**
   * By pool, the newest transaction group up to which all snapshots are known. Empty: ask for
   * everything in full.
   */
  Map<String, Long> newestTxgByPool();
}
