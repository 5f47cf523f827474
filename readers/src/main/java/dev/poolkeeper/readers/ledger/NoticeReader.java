package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.matter.LastTold;
import dev.poolkeeper.processors.matter.Material;
import dev.poolkeeper.processors.matter.NoticeDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What channels were told of matters, and what they are about to be told. */
public final class NoticeReader {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public NoticeReader(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * What a channel knows of its topics: what was delivered, and what is still tried and may have
   * arrived.
   */
  public Map<String, LastTold> told(String channel, String recipient) {
    Map<String, LastTold> told = new HashMap<>();
    jdbc.sql(
            """
            select topic, told_on as night, notice::text as notice, 0 as place from mart.thread
            where channel = :channel and recipient = :recipient
            union all
            select topic, run_on, notice::text, outbox_id from mart.notice
            where channel = :channel and recipient = :recipient
                and state in ('waiting', 'sending', 'unknown') and may_have_arrived
                and not exists (
                    select from mart.notice as newer
                    where newer.channel = notice.channel and newer.recipient = notice.recipient
                        and newer.topic = notice.topic and newer.outbox_id > notice.outbox_id
                        and newer.state = 'delivered'
                )
            order by place
            """)
        .param("channel", channel)
        .param("recipient", recipient)
        .query((row, n) -> lastTold(row))
        .list()
        .forEach(last -> told.put(last.topic(), last));
    return told;
  }

  private LastTold lastTold(ResultSet row) throws SQLException {
    NoticeDraft draft = draft(row.getString("topic"), row.getString("notice"));
    return new LastTold(
        draft.topic(),
        draft.group(),
        draft.kind(),
        draft.material(),
        row.getObject("night", LocalDate.class));
  }

  /** Topics of which something waits that cannot have arrived. */
  public Set<String> untouched(String channel, String recipient) {
    return new HashSet<>(
        jdbc.sql(
                """
                select topic from mart.notice
                where channel = :channel and recipient = :recipient and state = 'waiting'
                    and not may_have_arrived
                """)
            .param("channel", channel)
            .param("recipient", recipient)
            .query(String.class)
            .list());
  }

  /** How many matters of a night a channel was told, or may have been told, as new. */
  public int begun(String channel, String recipient, LocalDate night) {
    return jdbc.sql(
            """
            select count(*) from mart.notice
            where channel = :channel and recipient = :recipient and run_on = :night
                and kind in ('opened', 'reopened') and may_have_arrived
            """)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("night", night)
        .query(Integer.class)
        .single();
  }

  /** The newest night that anything of a channel is about. */
  public Optional<LocalDate> newestNight(String channel, String recipient) {
    return jdbc.sql(
            """
            select run_on from mart.notice
            where channel = :channel and recipient = :recipient
            order by run_on desc limit 1
            """)
        .param("channel", channel)
        .param("recipient", recipient)
        .query(LocalDate.class)
        .optional();
  }

  /** What an entry of the outbox tells of a matter; empty where it tells a run as a whole. */
  public Optional<NoticeDraft> draft(long id) {
    return jdbc.sql("select topic, notice::text as notice from mart.notice where outbox_id = :id")
        .param("id", id)
        .query((row, n) -> draft(row.getString("topic"), row.getString("notice")))
        .optional();
  }

  /**
   * Whether something that goes before an entry is still to be sent: what its group has to be told
   * first, or, where it is the end of a group, what is told within it.
   */
  public boolean waits(long id) {
    return jdbc.sql(
            """
            select exists (
                select from mart.notice as entry
                join mart.notice as ahead using (channel, recipient)
                where entry.outbox_id = :id and ahead.state in ('waiting', 'sending')
                    and case when entry.kind = 'recovered'
                        then ahead.notice ->> 'group' = entry.topic
                        else ahead.topic = entry.notice ->> 'group' and ahead.kind <> 'recovered'
                    end
            )
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** What the receiver knows a topic by; empty when it was never told, or said nothing. */
  public Optional<String> reference(String channel, String recipient, String topic) {
    return jdbc.sql(
            """
            select reference from mart.thread
            where channel = :channel and recipient = :recipient and topic = :topic
                and reference <> ''
            """)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("topic", topic)
        .query(String.class)
        .optional();
  }

  private NoticeDraft draft(String topic, String text) {
    JsonNode notice = json.readTree(text);
    return new NoticeDraft(
        topic,
        optional(notice, "group"),
        NoticeKind.named(notice.path("kind").asString()).orElseThrow(),
        notice.path("title").asString(),
        new Material(
            Severity.named(notice.path("severity").asString()).orElseThrow(),
            optional(notice, "cause"),
            optional(notice, "plan"),
            notice.has("freedBytes")
                ? OptionalLong.of(notice.path("freedBytes").asLong())
                : OptionalLong.empty(),
            texts(notice, "members")),
        texts(notice, "shown"),
        notice.path("more").asInt(),
        texts(notice, "changes"),
        optional(notice, "ended"));
  }

  private static Optional<String> optional(JsonNode notice, String field) {
    return notice.has(field) ? Optional.of(notice.path(field).asString()) : Optional.empty();
  }

  private static List<String> texts(JsonNode notice, String field) {
    return notice.path(field).valueStream().map(JsonNode::asString).toList();
  }
}
