package dev.poolkeeper.tests.simulator;

import java.util.Iterator;
import tools.jackson.databind.JsonNode;

/**
 * Transaction groups for what was recorded without: one each five seconds, as an idle pool commits
 * them, counted so that they fit those that were recorded.
 */
record CreationOrder(long offset) {

  /** When everything without a time of creation was created. */
  static final long EARLIEST = 1_704_067_200L;

  private static final long SECONDS_PER_GROUP = 5;
  private static final long USUAL_OFFSET = 336_706_560L;

  /** Counts like the first recorded row that has both a time and a transaction group. */
  static CreationOrder of(Iterable<? extends JsonNode> snapshots) {
    Iterator<? extends JsonNode> rows = snapshots.iterator();
    if (!rows.hasNext()) {
      return new CreationOrder(USUAL_OFFSET);
    }
    JsonNode first = rows.next();
    String txg = Property.raw(first.path("createtxg"));
    String creation = Property.raw(first.path("properties").path("creation"));
    return txg.matches("\\d+") && creation.matches("\\d+")
        ? new CreationOrder(Long.parseLong(creation) / SECONDS_PER_GROUP - Long.parseLong(txg))
        : new CreationOrder(USUAL_OFFSET);
  }

  long transactionGroup(long creationSeconds) {
    return Math.max(1, creationSeconds / SECONDS_PER_GROUP - offset);
  }
}
