package dev.poolkeeper.tests.simulator;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code zfs.snapshot.query} and {@code pool.snapshot.query}. */
final class SnapshotQuery {

  private final NasState state;
  private final Generation generation;

  SnapshotQuery(NasState state, Generation generation) {
    this.state = state;
    this.generation = generation;
  }

  Answer answer(Filters filters, QueryOptions options) {
    JsonNode extra = options.extra();
    if (extra.path("retention").asBoolean(false)
        && !options.isLimited()
        && !filters.namesIds()
        && !generation.atLeast(Generation.TWENTY_SIX)) {
      throw CallFailure.call(
          Errno.EINVAL, "`id` or `limit` is required if `retention` is requested");
    }
    SnapshotShapes shapes = new SnapshotShapes(state, generation, extra);
    return options.answer(candidates(filters, extra).map(shapes::row).filter(filters));
  }

  private Stream<SnapshotState> candidates(Filters filters, JsonNode extra) {
    if (!filters.onlyId().isEmpty()) {
      return state.snapshot(filters.onlyId()).stream();
    }
    return generation.atLeast(Generation.BLUEFIN_22_12)
        ? between(state.snapshots(), extra)
        : state.snapshots();
  }

  /** Snapshots of these transaction groups, both ends included; 0 is no limit. */
  static Stream<SnapshotState> between(Stream<SnapshotState> snapshots, JsonNode limits) {
    long least = limits.path("min_txg").asLong(0);
    long most = limits.path("max_txg").asLong(0);
    return snapshots.filter(one -> one.createTxg >= least && (most == 0 || one.createTxg <= most));
  }
}
