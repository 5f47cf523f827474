package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.attribution.GrowthPart;
import dev.poolkeeper.processors.attribution.Owner;
import dev.poolkeeper.processors.attribution.PoolGrowth;
import dev.poolkeeper.processors.attribution.PoolGrowth.Attributed;
import dev.poolkeeper.processors.attribution.PoolGrowth.NotAttributed;
import dev.poolkeeper.processors.attribution.SpaceChange;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes who made pools grow. */
public final class PoolGrowthWriter {

  private static final int BATCH = 1000;

  private static final String WINDOW =
      """
      insert into ledger.growth_window (
          run_on, pool, days, unknown, from_on, to_on, delta_bytes, remainder_bytes,
          remainder_reasons
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PART =
      """
      insert into ledger.growth_part (
          run_on, pool, days, dataset, presence, formerly, volume, namespace, claim, tasks,
          data_bytes, snapshot_bytes, reserved_bytes, unsplit_bytes
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;

  public PoolGrowthWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Forgets what was said of a night. */
  public void clear(LocalDate night) {
    jdbc.update("delete from ledger.growth_window where run_on = ?", night);
  }

  /** Adds one pool and window to a night that was cleared. */
  public void add(LocalDate night, PoolGrowth growth) {
    jdbc.update(WINDOW, statement -> window(new Parameters(statement), night, growth));
    if (growth instanceof Attributed attributed) {
      jdbc.batchUpdate(
          PART,
          attributed.parts(),
          BATCH,
          (statement, part) -> part(statement, night, attributed, part));
    }
  }

  private static void window(Parameters row, LocalDate night, PoolGrowth growth)
      throws SQLException {
    row.day(night).text(growth.pool().toString()).number(growth.days());
    if (growth instanceof Attributed known) {
      row.text(Optional.empty())
          .day(known.from())
          .day(known.to())
          .number(known.deltaBytes())
          .number(known.remainderBytes())
          .texts(known.remainderReasons());
    } else if (growth instanceof NotAttributed unknown) {
      row.text(unknown.reason())
          .day(Optional.empty())
          .day(Optional.empty())
          .number(OptionalLong.empty())
          .number(OptionalLong.empty())
          .texts(List.of());
    }
  }

  private static void part(
      PreparedStatement statement, LocalDate night, Attributed growth, GrowthPart part)
      throws SQLException {
    SpaceChange change = part.change();
    new Parameters(statement)
        .day(night)
        .text(growth.pool().toString())
        .number(growth.days())
        .text(part.dataset().toString())
        .text(part.presence().word())
        .text(part.formerly().map(Subject::toString))
        .text(part.owner().map(Owner::volume).map(Subject::toString))
        .text(part.owner().flatMap(Owner::namespace).map(Subject::toString))
        .text(part.owner().flatMap(Owner::claim).map(Subject::toString))
        .texts(part.tasks().stream().map(Subject::toString).toList())
        .number(change.dataBytes())
        .number(change.snapshotBytes())
        .number(change.reservedBytes())
        .number(change.unsplitBytes());
  }
}
