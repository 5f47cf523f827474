package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.capacity.CapacityPolicy;
import dev.poolkeeper.processors.capacity.CapacityTrends;
import dev.poolkeeper.processors.capacity.CapacityTrends.SnapshotsBefore;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the judges of capacity know beside the night: its forecasts, and an earlier night. */
public final class CapacityTrendsReader {

  /** How far back growth is told of. */
  private static final int DAYS = 30;

  private final JdbcClient jdbc;
  private final OutlookReader outlooks;

  public CapacityTrendsReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.outlooks = new OutlookReader(jdbc);
  }

  /** Of the forecasts only those that can make a verdict, so that memory follows these. */
  public CapacityTrends ofNight(LocalDate night, CapacityPolicy policy) {
    List<SeriesOutlook> mattering = new ArrayList<>();
    outlooks.each(
        night,
        outlook -> {
          if (CapacityTrends.matter(outlook)) {
            mattering.add(outlook);
          }
        });
    return new CapacityTrends(policy, mattering, snapshotsBefore(night));
  }

  /** On the earliest measured day of the last thirty, where every dataset told it. */
  private List<SnapshotsBefore> snapshotsBefore(LocalDate night) {
    return jdbc.sql(
            """
            with earlier as (
                select min(run_on) as day from mart.night
                where run_on >= :from and run_on < :night
            )
            select nas || '/pools/' || pool as pool, day, sum(snapshot_bytes)::numeric as bytes
            from earlier
            join mart.dataset_history using (day)
            where origin = 'measured'
            group by nas, pool, day
            having count(*) = count(snapshot_bytes)
                and sum(snapshot_bytes) between 0 and 9223372036854775807
            order by 1
            """)
        .param("from", night.minusDays(DAYS))
        .param("night", night)
        .query(
            (row, n) ->
                new SnapshotsBefore(
                    Subject.parse(row.getString("pool")),
                    row.getObject("day", LocalDate.class),
                    row.getLong("bytes")))
        .list();
  }
}
