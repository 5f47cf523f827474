package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.orphan.RowHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows each part of the inventory had on earlier nights. */
public final class RowHistoryReader {

  private final JdbcTemplate jdbc;

  public RowHistoryReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param nights how many complete nights before this one count as recent
   * @return by part; parts that were never complete are absent
   */
  public Map<String, RowHistory> before(LocalDate runOn, int nights) {
    Map<String, RowHistory> history = new HashMap<>();
    jdbc.query(
        """
        with ranked as (
            select part, row_count, run_on,
                row_number() over (partition by part order by run_on desc) as recency
            from mart.capture
            where status = 'complete' and run_on < ?
        )
        select part,
            max(row_count) filter (where recency <= ?) as recent_maximum,
            (array_agg(row_count order by run_on desc) filter (where row_count > 0))[1]
                as last_non_empty
        from ranked
        group by part
        """,
        row -> {
          history.put(
              row.getString("part"),
              new RowHistory(
                  Columns.bytes(row, "recent_maximum"), Columns.bytes(row, "last_non_empty")));
        },
        runOn,
        nights);
    return history;
  }
}
