package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.Crossing;
import dev.poolkeeper.processors.runway.Runway;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes how long there is room. */
public final class RunwayWriter {

  private static final int BATCH = 1000;

  private static final String INSERT =
      """
      insert into ledger.runway (
          run_on, kind, subject, used_bytes, capacity_bytes, growth_per_day, outlook, reason,
          p7, p30, p90, warn_earliest_on, warn_likely_on, warn_latest_on,
          critical_earliest_on, critical_likely_on, critical_latest_on,
          full_earliest_on, full_likely_on, full_latest_on, order_by, severity, pools, soonest
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;

  public RunwayWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of what was said of that night before. */
  public void replace(LocalDate night, List<Runway> runways) {
    jdbc.update("delete from ledger.runway where run_on = ?", night);
    jdbc.batchUpdate(INSERT, runways, BATCH, (statement, runway) -> set(statement, night, runway));
  }

  private static void set(PreparedStatement statement, LocalDate night, Runway runway)
      throws SQLException {
    Parameters row = new Parameters(statement);
    row.day(night)
        .text(runway.kind().word())
        .text(runway.subject().toString())
        .number(runway.amounts().usedBytes())
        .number(runway.amounts().capacityBytes())
        .number(runway.amounts().growthPerDay())
        .text(runway.outlook().word())
        .text(runway.reason());
    Runway.Dates dates = runway.dates();
    row.number(dates.within7()).number(dates.within30()).number(dates.within90());
    crossing(row, dates.warn());
    crossing(row, dates.critical());
    crossing(row, dates.full());
    row.day(dates.orderBy())
        .text(runway.severity().map(Severity::word))
        .texts(runway.pools().stream().map(Subject::toString).toList())
        .text(runway.soonest().map(Subject::toString));
  }

  private static void crossing(Parameters row, Crossing crossing) throws SQLException {
    row.day(crossing.earliest()).day(crossing.likely()).day(crossing.latest());
  }
}
