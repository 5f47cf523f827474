package dev.poolkeeper.processors.history;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A series as the ledger knows it on one night, with its past.
 *
 * @param number its place in the list of the night, from 1; means nothing on another night
 * @param limit what it may fill; empty when nothing is known to limit it. A resize is another limit
 *     and leaves the past as it is
 * @param values up to the night, by date; its last position is the night, missing when it was not
 *     measured. A day on which not all of it was known is missing, never less
 * @param rebuiltDays how many of its days were told by ZFS snapshots, all before its first night
 * @param prometheusDays how many were told by a Prometheus
 */
public record SeriesHistory(
    int number,
    SeriesKey key,
    SeriesKind kind,
    SeriesPlace place,
    Optional<SeriesLimit> limit,
    DailySeries values,
    int rebuiltDays,
    int prometheusDays) {

  public SeriesHistory {
    requireNonNull(key, "key");
    requireNonNull(kind, "kind");
    requireNonNull(place, "place");
    requireNonNull(limit, "limit");
    requireNonNull(values, "values");
  }
}
