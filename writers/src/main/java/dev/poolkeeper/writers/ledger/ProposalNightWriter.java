package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.proposal.Blocker;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ReviewSummary;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps how a night left the proposals, so that its report can be written again. */
public final class ProposalNightWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;

  public ProposalNightWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces what a night says of proposals; those it made stay counted when it runs again. */
  public void replace(LocalDate night, List<ProposalOnFile> proposals, ReviewSummary summary) {
    jdbc.update("delete from ledger.proposal_night where run_on = ?", night);
    jdbc.batchUpdate(
        """
        insert into ledger.proposal_night (
            run_on, proposal_id, state, stage, mode, plan_hash, steps, blocked_by, reclaim_least,
            reclaim_most
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        proposals,
        BATCH,
        (statement, one) -> line(statement, night, one));
    jdbc.update(
        """
        insert into ledger.proposal_review (run_on, findings, made, withheld, why)
        values (?, ?, ?, ?, ?)
        on conflict (run_on) do update set
            findings = excluded.findings, made = proposal_review.made + excluded.made,
            withheld = excluded.withheld, why = excluded.why
        """,
        statement ->
            new Parameters(statement)
                .day(night)
                .number(summary.findings())
                .number(summary.made())
                .number(summary.withheld())
                .texts(summary.why()));
  }

  private static void line(PreparedStatement statement, LocalDate night, ProposalOnFile one)
      throws SQLException {
    Proposal proposal = one.proposal();
    new Parameters(statement)
        .day(night)
        .number(proposal.id())
        .text(proposal.state().word())
        .text(proposal.stage().word())
        .text(one.mode().word())
        .text(proposal.hash())
        .number(proposal.plan().steps().size())
        .texts(proposal.plan().blockers().stream().map(Blocker::words).toList())
        .number(proposal.plan().reclaim().atLeast())
        .number(proposal.plan().reclaim().atMost());
  }
}
