package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.report.ProposalFacts;
import dev.poolkeeper.processors.report.ProposalNightLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cleanup proposals as a night left them, whatever has become of them since. */
final class ProposalNightReader {

  private final JdbcClient jdbc;

  ProposalNightReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those that ask for a person first: what failed, what waits, what is in somebody's way.
   *
   * @param shown how many are told one by one
   */
  ProposalFacts facts(LocalDate night, int shown) {
    SortedMap<String, Long> states = new TreeMap<>();
    jdbc.sql(
            """
            select state, count(*) as proposals from mart.proposal_night
            where run_on = :day group by state
            """)
        .param("day", night)
        .query(
            row -> {
              states.put(row.getString("state"), row.getLong("proposals"));
            });
    List<ProposalNightLine> lines = lines(night, shown);
    long all = states.values().stream().mapToLong(Long::longValue).sum();
    return new ProposalFacts(
        states,
        lines,
        all - lines.size(),
        withheld(night),
        new ProposalOutcomeReader(jdbc).judgedOn(night));
  }

  private List<ProposalNightLine> lines(LocalDate night, int shown) {
    return jdbc.sql(
            """
            select proposal_id, code, subject, state, stage, mode, plan_hash, steps, blocked_by,
                reclaim_least, reclaim_most
            from mart.proposal_night
            where run_on = :day
            order by
                case state
                    when 'failed' then 1 when 'rolled-back' then 2 when 'running' then 3
                    when 'waiting' then 4 when 'approved' then 5 when 'quarantined' then 6
                    when 'blocked' then 7 else 8
                end,
                reclaim_least desc nulls last, proposal_id
            limit :shown
            """)
        .param("day", night)
        .param("shown", shown)
        .query((row, n) -> line(row))
        .list();
  }

  private static ProposalNightLine line(ResultSet row) throws SQLException {
    return new ProposalNightLine(
        "P-" + row.getLong("proposal_id"),
        row.getString("code"),
        row.getString("state"),
        row.getString("stage"),
        row.getString("mode"),
        row.getString("subject"),
        row.getInt("steps"),
        Columns.bytes(row, "reclaim_least"),
        Columns.bytes(row, "reclaim_most"),
        row.getString("plan_hash"),
        Columns.texts(row, "blocked_by"));
  }

  private List<String> withheld(LocalDate night) {
    return jdbc.sql("select why from mart.proposal_review where run_on = :day")
        .param("day", night)
        .query((row, n) -> Columns.texts(row, "why"))
        .optional()
        .orElse(List.of());
  }
}
