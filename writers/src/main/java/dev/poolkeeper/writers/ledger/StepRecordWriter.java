package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.proposal.StepRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a cleanup has done, step by step: each note is there before the act it is about. */
public final class StepRecordWriter {

  private final JdbcClient jdbc;
  private final PlanJson json;

  public StepRecordWriter(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = new PlanJson(json);
  }

  /** Notes what is about to be acted on, before it is; one begun again is noted anew. */
  public void begun(long id, StepRecord step) {
    jdbc.sql(
            """
            insert into ledger.proposal_step (
                proposal_id, plan_hash, place, stage, action, target, expected, remembered,
                outcome, began_at
            ) values (
                :id, :hash, :place, :stage, :action, :target, :expected::jsonb, :remembered,
                'begun', :began
            )
            on conflict (proposal_id, plan_hash, place) do update set
                remembered = excluded.remembered, outcome = 'begun',
                began_at = excluded.began_at, ended_at = null, note = null
            """)
        .param("id", id)
        .param("hash", step.hash())
        .param("place", step.place())
        .param("stage", step.step().stage().word())
        .param("action", step.step().action().word())
        .param("target", step.step().target().toString())
        .param("expected", json.expected(step.step()))
        .param("remembered", step.remembered())
        .param("began", utc(step.beganAt()))
        .update();
  }

  /** How a step that was begun ended. */
  public void ended(
      long id,
      String hash,
      int place,
      StepRecord.Outcome outcome,
      Optional<String> note,
      Instant now) {
    jdbc.sql(
            """
            update ledger.proposal_step set outcome = :outcome, ended_at = :now, note = :note
            where proposal_id = :id and plan_hash = :hash and place = :place
            """)
        .param("outcome", outcome.word())
        .param("now", utc(now))
        .param("note", note.orElse(null))
        .param("id", id)
        .param("hash", hash)
        .param("place", place)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
