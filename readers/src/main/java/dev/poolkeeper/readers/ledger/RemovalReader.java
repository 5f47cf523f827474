package dev.poolkeeper.readers.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What housekeeping removed. */
public final class RemovalReader {

  /**
   * One kind of rows.
   *
   * @param what the table, and what of it where that is not all of its rows
   * @param before only what is of an earlier day could go
   * @param removed how many rows went
   */
  public record Line(String what, LocalDate before, long removed) {}

  private final JdbcClient jdbc;

  public RemovalReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one run, in the order in which it looked at them. */
  public List<Line> of(long run) {
    return jdbc.sql(
            """
            select what, before_on, removed from mart.removal where run_id = :run order by place
            """)
        .param("run", run)
        .query(
            (row, n) ->
                new Line(
                    row.getString("what"),
                    row.getObject("before_on", LocalDate.class),
                    row.getLong("removed")))
        .list();
  }
}
