package dev.poolkeeper.writers.ledger;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the series that exist on a night, once all that was read of it is in the ledger. */
public final class SeriesListWriter {

  private final JdbcClient jdbc;

  public SeriesListWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes the sums and counts of a run's night and lists its series, in place of what was there
   * before.
   *
   * @param held parts of the inventory, {@code prod-a/persistentvolumes}, that are not believed
   * @param lookBackDays days before the night that are of interest
   * @return how many series there are
   */
  public long list(long runId, Set<String> held, int lookBackDays) {
    jdbc.sql("select ledger.tally_night(:run, :held)")
        .param("run", runId)
        .param("held", held.stream().sorted().toArray(String[]::new))
        .query(Long.class)
        .single();
    return jdbc.sql("select ledger.list_series(:run, :days)")
        .param("run", runId)
        .param("days", lookBackDays)
        .query(Long.class)
        .single();
  }
}
