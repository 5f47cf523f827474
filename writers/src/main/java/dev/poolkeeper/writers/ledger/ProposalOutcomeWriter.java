package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.proposal.Destruction;
import dev.poolkeeper.processors.proposal.ReclaimOutcome;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what came of proposals that were carried out. */
public final class ProposalOutcomeWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;

  public ProposalOutcomeWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces what a night says. */
  public void replace(LocalDate night, List<ReclaimOutcome> outcomes) {
    jdbc.update("delete from ledger.proposal_outcome where after_on >= ?", night);
    jdbc.batchUpdate(
        """
        insert into ledger.proposal_outcome (
            proposal_id, pool, destroyed_at, before_on, after_on, estimated_least, estimated_most,
            together, together_least, together_most, used_before, used_after, freed_least,
            freed_most, verdict, reason
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (proposal_id) do nothing
        """,
        outcomes,
        BATCH,
        ProposalOutcomeWriter::line);
  }

  private static void line(PreparedStatement statement, ReclaimOutcome outcome)
      throws SQLException {
    Destruction one = outcome.destruction();
    new Parameters(statement)
        .number(one.proposal())
        .text(one.pool())
        .moment(Optional.of(one.at()))
        .day(one.beforeOn())
        .day(one.afterOn())
        .number(one.estimated().atLeast())
        .number(one.estimated().atMost())
        .number(outcome.together())
        .number(outcome.estimatedTogether().atLeast())
        .number(outcome.estimatedTogether().atMost())
        .number(one.usedBefore())
        .number(one.usedAfter())
        .number(outcome.freedAtLeast())
        .number(outcome.freedAtMost())
        .text(outcome.verdict().word())
        .text(outcome.reason());
  }
}
