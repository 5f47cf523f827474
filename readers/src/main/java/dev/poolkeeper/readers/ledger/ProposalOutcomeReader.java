package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.proposal.Destruction;
import dev.poolkeeper.processors.proposal.Reclaim;
import dev.poolkeeper.processors.proposal.ReclaimOutcome;
import dev.poolkeeper.processors.report.ProposalOutcomeLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What proposals destroyed, and what was measured of their pools around it. */
public final class ProposalOutcomeReader {

  /** Later than this, a pool that was not read until then says nothing of a destruction. */
  private static final int DAYS = 14;

  private final JdbcClient jdbc;

  public ProposalOutcomeReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of which this night is the first to read the pool after them. */
  public List<Destruction> endedBefore(LocalDate night) {
    return jdbc.sql(
            """
            select
                gone.proposal_id, gone.reclaim_least, gone.reclaim_most, gone.ended_at, gone.pool,
                earlier.before_on, :night as after_on, used_before.used_bytes as used_before,
                used_after.used_bytes as used_after, forecast.days_ahead, forecast.bands
            from mart.destruction as gone
            cross join lateral (
                select min(night.run_on) as after_on
                from mart.absorbed_night as night
                where night.captured_at > gone.ended_at
                    and (gone.pool is null or exists (
                        select from mart.pool_used as used
                        where used.subject = gone.pool and used.day = night.run_on
                    ))
            ) as later
            cross join lateral (
                select max(night.run_on) as before_on
                from mart.absorbed_night as night
                where night.captured_at <= gone.began_at and night.run_on < :night
            ) as earlier
            left join mart.pool_used as used_before
                on used_before.subject = gone.pool and used_before.day = earlier.before_on
            left join mart.pool_used as used_after
                on used_after.subject = gone.pool and used_after.day = :night
            left join mart.forecast
                on forecast.run_on = earlier.before_on and forecast.subject = gone.pool
                and forecast.measure = 'used' and forecast.outcome = 'forecast'
            where later.after_on = :night and gone.ended_at > :night - :days
            order by gone.proposal_id
            """)
        .param("night", night)
        .param("days", DAYS)
        .query((row, n) -> destruction(row))
        .list();
  }

  private static Destruction destruction(ResultSet row) throws SQLException {
    Optional<LocalDate> before = day(row, "before_on");
    LocalDate after = row.getObject("after_on", LocalDate.class);
    return new Destruction(
        row.getLong("proposal_id"),
        new Reclaim(Columns.bytes(row, "reclaim_least"), Columns.bytes(row, "reclaim_most")),
        Columns.instant(row, "ended_at"),
        Columns.text(row, "pool"),
        before,
        after,
        Columns.bytes(row, "used_before"),
        Columns.bytes(row, "used_after"),
        before.isPresent()
            ? band(row, ChronoUnit.DAYS.between(before.get(), after))
            : Optional.empty());
  }

  /** The 95 % band of that many days ahead; empty where there is none of that day. */
  private static Optional<Destruction.Band> band(ResultSet row, long ahead) throws SQLException {
    if (row.getArray("days_ahead") == null) {
      return Optional.empty();
    }
    List<Number> days = numbers(row, "days_ahead");
    List<Number> bands = numbers(row, "bands");
    for (int at = 0; at < days.size(); at++) {
      if (days.get(at).longValue() == ahead) {
        return Optional.of(
            new Destruction.Band(
                Math.round(bands.get(3 * days.size() + at).doubleValue()),
                Math.round(bands.get(4 * days.size() + at).doubleValue())));
      }
    }
    return Optional.empty();
  }

  private static List<Number> numbers(ResultSet row, String column) throws SQLException {
    return Arrays.asList((Number[]) row.getArray(column).getArray());
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  /** Those that a night judged, the largest estimate first. */
  public List<ProposalOutcomeLine> judgedOn(LocalDate night) {
    return lines(
        "where after_on = :key order by estimated_least desc nulls last, proposal_id", night);
  }

  /** All, by number. */
  public List<ProposalOutcomeLine> all() {
    return lines("where proposal_id >= :key order by proposal_id", 0);
  }

  /** That of one proposal; empty while no night has read its pool since. */
  public Optional<ProposalOutcomeLine> of(long proposal) {
    return lines("where proposal_id = :key", proposal).stream().findFirst();
  }

  private List<ProposalOutcomeLine> lines(String which, Object key) {
    return jdbc.sql(
            """
            select
                proposal_id, code, subject, pool, destroyed_at, before_on, after_on,
                estimated_least, estimated_most, together, together_least, together_most,
                used_before, used_after, freed_least, freed_most, verdict, reason
            from mart.proposal_outcome
            """
                + which)
        .param("key", key)
        .query((row, n) -> line(row))
        .list();
  }

  private static ProposalOutcomeLine line(ResultSet row) throws SQLException {
    return new ProposalOutcomeLine(
        "P-" + row.getLong("proposal_id"),
        row.getString("code"),
        row.getString("subject"),
        ReclaimOutcome.Verdict.of(row.getString("verdict")).word(),
        row.getString("reason"),
        Columns.instant(row, "destroyed_at"),
        day(row, "before_on"),
        row.getObject("after_on", LocalDate.class),
        Columns.bytes(row, "estimated_least"),
        Columns.bytes(row, "estimated_most"),
        Columns.text(row, "pool"),
        row.getInt("together"),
        Columns.bytes(row, "together_least"),
        Columns.bytes(row, "together_most"),
        Columns.bytes(row, "used_before"),
        Columns.bytes(row, "used_after"),
        Columns.bytes(row, "freed_least"),
        Columns.bytes(row, "freed_most"));
  }
}
