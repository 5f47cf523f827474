package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides which ZFS snapshots of a NAS need not be asked for in full again: per pool, all those up
 * to the newest transaction group below which the ledger knows every one.
 *
 * <p>Nothing counts as known when the last live run did not read the snapshots completely, or when
 * the last one that asked for all of them in full is too long ago: space, holds and properties of
 * old snapshots change too.
 */
public final class KnownSnapshotsReader {

  private final JdbcClient jdbc;

  public KnownSnapshotsReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Asks the ledger now; the answer asks it no more.
   *
   * @param refresh how long snapshots asked for in full stay known
   */
  public KnownSnapshots read(String nas, Duration refresh, Instant now) {
    if (!fresh(nas, now.minus(refresh))) {
      return KnownSnapshots.NONE;
    }
    Map<String, Long> newest = newestTxgByPool(nas);
    return () -> newest;
  }

  private boolean fresh(String nas, Instant oldest) {
    return jdbc.sql(
            """
            with listed as (
                select run.run_id, run.captured_at, capture.status, capture.by_name_count
                from ledger.run
                join ledger.capture using (run_id)
                where run.job = 'nightly' and run.origin = 'live' and run.absorbed
                    and capture.source = :nas and capture.kind = 'snapshots'
            )
            select coalesce((select status = 'complete' from listed order by run_id desc limit 1), false)
                and exists (
                    select from listed
                    where status = 'complete' and by_name_count = 0 and captured_at > :oldest
                )
            """)
        .param("nas", nas)
        .param("oldest", oldest.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** A pool with a snapshot of unknown age or transaction group is known only below it. */
  private Map<String, Long> newestTxgByPool(String nas) {
    Map<String, Long> newest = new HashMap<>();
    jdbc.sql(
            """
            with open as (
                select object.pool, (version.attributes ->> 'createTxg')::bigint as txg,
                    version.attributes ->> 'createdAt' is not null as known
                from ledger.object
                join ledger.version using (object_id)
                where object.source = :nas and object.kind = 'snapshots'
                    and version.valid_to is null
            )
            select pool,
                least(max(txg) filter (where known), min(txg) filter (where not known) - 1) as txg
            from open
            group by pool
            having bool_and(txg is not null) and bool_or(known)
            """)
        .param("nas", nas)
        .query((row, n) -> Map.entry(row.getString("pool"), row.getLong("txg")))
        .list()
        .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
    return Map.copyOf(newest);
  }
}
