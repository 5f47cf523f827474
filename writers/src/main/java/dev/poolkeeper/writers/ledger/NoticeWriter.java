package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.delivery.Intent;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.processors.matter.Material;
import dev.poolkeeper.processors.matter.NoticeDraft;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes into the outbox how matters stand. A notice is complete, so the newest of a topic replaces
 * those before it that still wait; it gets a key of its own where one before it may have arrived.
 */
public final class NoticeWriter {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final OutboxWriter outbox;

  public NoticeWriter(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.outbox = new OutboxWriter(jdbc);
  }

  /**
   * Notes that a matter is to be told.
   *
   * @param newest the newest entry of the same topic and night there is
   * @param untouched whether that one waits and cannot have arrived, so that it may be rewritten
   */
  public void want(
      Intent intent,
      NoticeDraft draft,
      Optional<OutboxItem> newest,
      boolean untouched,
      long run,
      Instant now) {
    long id;
    if (untouched && newest.filter(item -> item.state() == OutboxState.WAITING).isPresent()) {
      OutboxItem waiting = newest.get();
      outbox.anew(waiting, intent, run, now);
      id = waiting.id();
    } else {
      id = outbox.insert(intent, newest.map(OutboxItem::revision).orElse(0) + 1, run, now);
    }
    jdbc.sql("update ledger.outbox set notice = :notice::jsonb where outbox_id = :id")
        .param("notice", json.writeValueAsString(fields(draft)))
        .param("id", id)
        .update();
    supersede(intent, id, "a newer state of it is told instead", now);
  }

  /**
   * Takes back what waits of a topic and cannot have arrived: it is not so any more, and there is
   * nothing to tell.
   */
  public void takeBack(String channel, String recipient, String topic, Instant now) {
    close(channel, recipient, topic, 0, "over before it was told", now);
  }

  /** Later entries than this one stay. */
  private void supersede(Intent intent, long id, String reason, Instant now) {
    close(intent.channel(), intent.recipient(), intent.topic(), id, reason, now);
  }

  private void close(
      String channel, String recipient, String topic, long but, String reason, Instant now) {
    jdbc.sql(
            """
            with closed as (
                update ledger.outbox set state = 'superseded', reason = :reason,
                    next_attempt_at = null, closed_at = :now
                where channel = :channel and recipient = :recipient and topic = :topic
                    and outbox_id <> :but and closed_at is null
                returning outbox_id
            )
            delete from ledger.outbox_body where outbox_id in (select outbox_id from closed)
            """)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("topic", topic)
        .param("but", but)
        .param("reason", reason)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Of what is told of runs as a whole, only the newest is worth sending. */
  public void supersedeOlder(Intent intent, Instant now) {
    jdbc.sql(
            """
            with closed as (
                update ledger.outbox set state = 'superseded', reason = 'a newer run is told instead',
                    next_attempt_at = null, closed_at = :now
                where channel = :channel and recipient = :recipient and topic = :topic
                    and run_on < :night and closed_at is null
                returning outbox_id
            )
            delete from ledger.outbox_body where outbox_id in (select outbox_id from closed)
            """)
        .param("channel", intent.channel())
        .param("recipient", intent.recipient())
        .param("topic", intent.topic())
        .param("night", intent.night())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Map<String, Object> fields(NoticeDraft draft) {
    Material material = draft.material();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", draft.kind().word());
    draft.group().ifPresent(group -> fields.put("group", group));
    fields.put("title", draft.title());
    fields.put("severity", material.severity().word());
    material.cause().ifPresent(cause -> fields.put("cause", cause));
    material.plan().ifPresent(plan -> fields.put("plan", plan));
    material.freedBytes().ifPresent(bytes -> fields.put("freedBytes", bytes));
    fields.put("members", material.members());
    fields.put("shown", draft.shown());
    fields.put("more", draft.more());
    fields.put("changes", draft.changes());
    draft.ended().ifPresent(why -> fields.put("ended", why));
    return fields;
  }
}
