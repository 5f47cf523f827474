package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.delivery.Intent;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.processors.delivery.Outcome;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the outbox. What is wanted is written in the transaction of what it tells; every step of
 * its delivery in one of its own, so that no crash forgets what was handed over.
 */
public final class OutboxWriter {

  /** The try, what becomes of its entry, and what the receiver knows by it. */
  private static final String ENDED =
      """
      with entry as (
          update ledger.outbox set state = :state, reason = :reason,
              next_attempt_at = :next, closed_at = :closed,
              reference = coalesce(:reference, reference)
          where outbox_id = :id
          returning outbox.*
      ), known as (
          insert into ledger.thread (
              channel, recipient, topic, notice, reference, url, idempotency_key,
              first_told_on, told_on, told_at, notices
          )
          select channel, recipient, topic, notice, coalesce(:reference, ''),
              coalesce(:url, ''), idempotency_key, run_on, run_on, :now, 1
          from entry
          where notice is not null and :delivered
          on conflict (channel, recipient, topic) do update set
              notice = excluded.notice,
              reference = coalesce(:reference, thread.reference),
              url = coalesce(:url, thread.url),
              idempotency_key = excluded.idempotency_key,
              told_on = excluded.told_on,
              told_at = excluded.told_at,
              notices = thread.notices + 1
      )
      insert into ledger.outbox_attempt (
          outbox_id, attempt, started_at, outcome, code, said, millis
      )
      select outbox_id, attempts, :started, :outcome, :code, :said, :millis from entry
      on conflict (outbox_id, attempt) do nothing
      """;

  private final JdbcClient jdbc;

  public OutboxWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes that something is wanted. The same night is not told again unless what is material
   * changed, or it is asked for; what was not sent yet is made anew.
   *
   * @param newest the newest revision there is
   * @param again whether it is to be told again in any case
   */
  public void want(
      Intent intent, Optional<OutboxItem> newest, long run, boolean again, Instant now) {
    if (newest.isEmpty()) {
      insert(intent, 1, run, now);
      return;
    }
    OutboxItem item = newest.get();
    boolean never =
        item.state() == OutboxState.WAITING
            || item.state() == OutboxState.SKIPPED
            || item.state() == OutboxState.SUPERSEDED;
    if (never) {
      anew(item, intent, run, now);
    } else if (again || !item.material().equals(intent.material())) {
      insert(intent, item.revision() + 1, run, now);
    }
  }

  long insert(Intent intent, int revision, long run, Instant now) {
    return jdbc.sql(
            """
            insert into ledger.outbox (
                idempotency_key, channel, recipient, topic, job, run_on, revision, run_id, material,
                state, reason, reference, created_at, closed_at
            ) values (
                :key, :channel, :recipient, :topic, :job, :night, :revision, :run, :material,
                :state, :reason, '', :now, :closed
            )
            returning outbox_id
            """)
        .param("key", intent.key(revision))
        .param("channel", intent.channel())
        .param("recipient", intent.recipient())
        .param("topic", intent.topic())
        .param("job", intent.job())
        .param("night", intent.night())
        .param("revision", revision)
        .param("run", run)
        .param("material", intent.material())
        .param("state", state(intent))
        .param("reason", intent.skipped().orElse(""))
        .param("now", at(now))
        .param("closed", intent.skipped().isPresent() ? at(now) : null)
        .query(Long.class)
        .single();
  }

  /** Nothing of it was handed over: it is told as it is now. */
  void anew(OutboxItem item, Intent intent, long run, Instant now) {
    forgetBody(item.id());
    jdbc.sql(
            """
            update ledger.outbox set run_id = :run, material = :material, state = :state,
                reason = :reason, closed_at = :closed
            where outbox_id = :id
            """)
        .param("run", run)
        .param("material", intent.material())
        .param("state", state(intent))
        .param("reason", intent.skipped().orElse(item.attempts() > 0 ? item.reason() : ""))
        .param("closed", intent.skipped().isPresent() ? at(now) : null)
        .param("id", item.id())
        .update();
  }

  private static String state(Intent intent) {
    return (intent.skipped().isPresent() ? OutboxState.SKIPPED : OutboxState.WAITING).word();
  }

  /** Keeps what every try will send. */
  public void made(long id, String reference, byte[] body) {
    jdbc.sql(
            """
            with entry as (
                update ledger.outbox set reference = :reference where outbox_id = :id
            )
            insert into ledger.outbox_body (outbox_id, body) values (:id, :body)
            on conflict (outbox_id) do update set body = excluded.body
            """)
        .param("reference", reference)
        .param("id", id)
        .param("body", body)
        .update();
  }

  /** From here on it may arrive, whatever becomes of this process. */
  public void handingOver(long id, Instant now) {
    jdbc.sql(
            """
            update ledger.outbox set state = 'sending', attempts = attempts + 1,
                attempted_at = :now, next_attempt_at = null
            where outbox_id = :id
            """)
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  /**
   * What one try has come to.
   *
   * @param reference what the receiver knows it by from now on; empty: as before
   * @param url where a person can see it; empty: as before
   */
  public record Try(
      Outcome outcome,
      OutboxState state,
      Optional<Instant> nextAttemptAt,
      Optional<String> reference,
      Optional<String> url) {}

  /**
   * Notes how a try ended, what becomes of the entry, and, where it tells a matter and arrived,
   * that the receiver knows it now; all at once, since no later run may tell it once more.
   *
   * @param startedAt when it began
   */
  public void ended(long id, Try result, Instant startedAt, Instant now) {
    Outcome outcome = result.outcome();
    boolean open = result.state().open();
    jdbc.sql(ENDED)
        .param("state", result.state().word())
        .param("reason", outcome.kind() == Outcome.Kind.DELIVERED ? "" : outcome.said())
        .param("next", result.nextAttemptAt().map(OutboxWriter::at).orElse(null))
        .param("closed", open ? null : at(now))
        .param("id", id)
        .param("now", at(now))
        .param("started", at(startedAt))
        .param("outcome", outcome.kind().word())
        .param("delivered", result.state() == OutboxState.DELIVERED)
        .param("reference", result.reference().orElse(null), Types.VARCHAR)
        .param("url", result.url().orElse(null), Types.VARCHAR)
        .param("code", outcome.code().isPresent() ? outcome.code().getAsInt() : null)
        .param("said", outcome.said())
        .param("millis", Math.max(0, now.toEpochMilli() - startedAt.toEpochMilli()))
        .update();
    if (result.state() == OutboxState.DELIVERED) {
      forgetBody(id);
    }
  }

  /** Closes an entry that will not be tried any more. */
  public void closed(long id, OutboxState state, String reason, Instant now) {
    jdbc.sql(
            """
            update ledger.outbox set state = :state, reason = :reason, next_attempt_at = null,
                closed_at = :now
            where outbox_id = :id
            """)
        .param("state", state.word())
        .param("reason", reason)
        .param("now", at(now))
        .param("id", id)
        .update();
    forgetBody(id);
  }

  private void forgetBody(long id) {
    jdbc.sql("delete from ledger.outbox_body where outbox_id = :id").param("id", id).update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
