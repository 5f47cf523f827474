package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalEvent;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.Refused;
import dev.poolkeeper.processors.proposal.Transition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps proposals and their history. */
public final class ProposalWriter {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final PlanJson json;

  /**
   * @param transaction in which a change and the rows of history that tell of it go together
   */
  public ProposalWriter(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = new PlanJson(json);
  }

  /** A new proposal; returns it under its number. */
  public Proposal add(Transition detected, ApprovalMode mode) {
    Proposal proposal = detected.proposal();
    Long id =
        transaction.execute(
            status -> {
              Long number =
                  jdbc.sql(
                          """
                          insert into ledger.proposal (
                              code, subject, state, stage, since, mode, plan, plan_hash, approvals,
                              quarantined_at, reclaim_least, reclaim_most
                          ) values (
                              :code, :subject, :state, :stage, :since, :mode, :plan::jsonb, :hash,
                              :approvals::jsonb, :quarantined, :least, :most
                          )
                          returning proposal_id
                          """)
                      .param("code", proposal.plan().code().code())
                      .param("subject", proposal.plan().subject().toString())
                      .params(columns(proposal, mode))
                      .query(Long.class)
                      .single();
              tell(number, detected.events());
              return number;
            });
    if (id == null) {
      throw new IllegalStateException("a transaction without a result");
    }
    return proposal.numbered(id);
  }

  /**
   * What became of a known proposal.
   *
   * @throws Refused when somebody else changed it meanwhile
   */
  public void change(ProposalOnFile known, Transition transition, ApprovalMode mode) {
    transaction.executeWithoutResult(
        status -> {
          int changed =
              jdbc.sql(
                      """
                      update ledger.proposal set
                          state = :state, stage = :stage, since = :since, mode = :mode,
                          plan = :plan::jsonb, plan_hash = :hash, approvals = :approvals::jsonb,
                          quarantined_at = :quarantined, reclaim_least = :least,
                          reclaim_most = :most, change = change + 1
                      where proposal_id = :id and change = :change
                      """)
                  .params(columns(transition.proposal(), mode))
                  .param("id", known.proposal().id())
                  .param("change", known.change())
                  .update();
          if (changed == 0) {
            throw new Refused(
                known.proposal().name()
                    + " was changed by somebody else meanwhile; look at it again");
          }
          tell(known.proposal().id(), transition.events());
        });
  }

  private Map<String, @Nullable Object> columns(Proposal proposal, ApprovalMode mode) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("state", proposal.state().word());
    columns.put("stage", proposal.stage().word());
    columns.put("since", utc(proposal.since()));
    columns.put("mode", mode.word());
    columns.put("plan", json.plan(proposal.plan()));
    columns.put("hash", proposal.hash());
    columns.put("approvals", json.approvals(proposal.approvals()));
    columns.put("quarantined", proposal.quarantinedAt().map(ProposalWriter::utc).orElse(null));
    columns.put("least", boxed(proposal.plan().reclaim().atLeast()));
    columns.put("most", boxed(proposal.plan().reclaim().atMost()));
    return columns;
  }

  private void tell(long id, List<ProposalEvent> events) {
    for (ProposalEvent event : events) {
      jdbc.sql(
              """
              insert into ledger.proposal_event (
                  proposal_id, place, at, actor, channel, from_state, to_state, stage, plan_hash,
                  note
              )
              select :id, coalesce(max(place), 0) + 1, :at, :actor, :channel, :from, :to, :stage,
                  :hash, :note
              from ledger.proposal_event where proposal_id = :id
              """)
          .param("id", id)
          .param("at", utc(event.at()))
          .param("actor", event.by().name())
          .param("channel", event.by().channel())
          .param("from", event.from().word())
          .param("to", event.to().word())
          .param("stage", event.stage().word())
          .param("hash", event.hash())
          .param("note", event.note())
          .update();
    }
  }

  private static @Nullable Long boxed(OptionalLong bytes) {
    return bytes.isPresent() ? (Long) bytes.getAsLong() : null;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
