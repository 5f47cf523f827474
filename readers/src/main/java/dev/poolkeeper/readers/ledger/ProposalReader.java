package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Actor;
import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalEvent;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Reclaim;
import dev.poolkeeper.processors.proposal.ReviewSummary;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.StepRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposals as the ledger has them now, their history, and what was done of them. */
public final class ProposalReader {

  private static final String PROPOSALS =
      """
      select proposal_id, code, subject, state, stage, since, mode, plan, approvals,
          quarantined_at, reclaim_least, reclaim_most, change
      from ledger.proposal
      """;

  private final JdbcClient jdbc;

  public ProposalReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that were ever made, by number. */
  public List<ProposalOnFile> all() {
    return jdbc.sql(PROPOSALS + "order by proposal_id").query((row, n) -> proposal(row)).list();
  }

  /** Those of which something may still become, by number. */
  public List<ProposalOnFile> open() {
    return jdbc.sql(PROPOSALS + "where state not in ('done', 'withdrawn') order by proposal_id")
        .query((row, n) -> proposal(row))
        .list();
  }

  /** The one of this number. */
  public Optional<ProposalOnFile> find(long id) {
    return jdbc.sql(PROPOSALS + "where proposal_id = :id")
        .param("id", id)
        .query((row, n) -> proposal(row))
        .optional();
  }

  /** The newest night that looked at proposals. */
  public Optional<LocalDate> lastReview() {
    return jdbc.sql("select max(run_on) from ledger.proposal_review")
        .query(LocalDate.class)
        .optional();
  }

  /** Those that a night has told as ended already, when it is run again. */
  public Set<Long> endedOn(LocalDate night) {
    return Set.copyOf(
        jdbc.sql(
                """
                select proposal_id from mart.proposal_night
                where run_on = :day and state in ('done', 'withdrawn')
                """)
            .param("day", night)
            .query(Long.class)
            .list());
  }

  /** What a night made of its findings; empty when it did not look at proposals. */
  public Optional<ReviewSummary> review(LocalDate night) {
    return jdbc.sql(
            """
            select findings, made, withheld, why from mart.proposal_review where run_on = :day
            """)
        .param("day", night)
        .query(
            (row, n) ->
                new ReviewSummary(
                    row.getInt("findings"),
                    row.getInt("made"),
                    row.getInt("withheld"),
                    Columns.texts(row, "why")))
        .optional();
  }

  private static ProposalOnFile proposal(ResultSet row) throws SQLException {
    Reclaim reclaim =
        new Reclaim(Columns.bytes(row, "reclaim_least"), Columns.bytes(row, "reclaim_most"));
    Proposal proposal =
        new Proposal(
            row.getLong("proposal_id"),
            PlanText.plan(
                FindingCode.parse(row.getString("code")).orElseThrow(),
                Subject.parse(row.getString("subject")),
                row.getString("plan"),
                reclaim),
            ProposalState.parse(row.getString("state")).orElseThrow(),
            stage(row),
            Columns.instant(row, "since"),
            PlanText.approvals(row.getString("approvals")),
            Columns.optionalInstant(row, "quarantined_at"));
    return new ProposalOnFile(
        proposal, ApprovalMode.parse(row.getString("mode")).orElseThrow(), row.getInt("change"));
  }

  private static Stage stage(ResultSet row) throws SQLException {
    return Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT));
  }

  /** What became of a proposal, oldest first. */
  public List<ProposalEvent> history(long id) {
    return jdbc.sql(
            """
            select at, actor, channel, from_state, to_state, stage, plan_hash, note
            from ledger.proposal_event where proposal_id = :id order by place
            """)
        .param("id", id)
        .query((row, n) -> event(row))
        .list();
  }

  private static ProposalEvent event(ResultSet row) throws SQLException {
    return new ProposalEvent(
        Columns.instant(row, "at"),
        new Actor(row.getString("actor"), row.getString("channel")),
        ProposalState.parse(row.getString("from_state")).orElseThrow(),
        ProposalState.parse(row.getString("to_state")).orElseThrow(),
        stage(row),
        row.getString("plan_hash"),
        row.getString("note"));
  }

  /** The steps that a cleanup has begun, in the order in which it did. */
  public List<StepRecord> steps(long id) {
    return jdbc.sql(
            """
            select plan_hash, place, stage, action, target, expected, remembered, outcome,
                began_at, ended_at, note
            from ledger.proposal_step where proposal_id = :id order by began_at, place
            """)
        .param("id", id)
        .query((row, n) -> step(row))
        .list();
  }

  private static StepRecord step(ResultSet row) throws SQLException {
    return new StepRecord(
        row.getString("plan_hash"),
        row.getInt("place"),
        PlanText.step(
            row.getString("stage"),
            row.getString("action"),
            row.getString("target"),
            row.getString("expected")),
        row.getString("remembered"),
        StepRecord.Outcome.of(row.getString("outcome")),
        Columns.instant(row, "began_at"),
        Columns.optionalInstant(row, "ended_at"),
        Columns.text(row, "note"));
  }
}
