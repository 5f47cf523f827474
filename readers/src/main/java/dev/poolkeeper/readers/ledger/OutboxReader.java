package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was to be sent to whom, and what became of it. */
public final class OutboxReader {

  private static final String COLUMNS =
      """
      select outbox_id, idempotency_key, channel, recipient, topic, job, run_on, revision, run_id,
          material, state, reason, reference, attempts, created_at, attempted_at, next_attempt_at,
          closed_at
      from mart.delivery
      """;

  private final JdbcClient jdbc;

  public OutboxReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everything, newest first. */
  public List<OutboxItem> all() {
    return jdbc.sql(COLUMNS + "order by outbox_id desc").query((row, n) -> item(row)).list();
  }

  /** What is about a night, and what is of any other and still waits; newest first. */
  public List<OutboxItem> ofNight(LocalDate night) {
    return jdbc.sql(
            COLUMNS
                + """
                where run_on = :night or state in ('waiting', 'sending')
                order by outbox_id desc
                """)
        .param("night", night)
        .query((row, n) -> item(row))
        .list();
  }

  /** What a channel has to send, in the order in which it was wanted. */
  public List<OutboxItem> open(String channel) {
    return jdbc.sql(
            COLUMNS
                + """
                where channel = :channel and state in ('waiting', 'sending')
                order by outbox_id
                """)
        .param("channel", channel)
        .query((row, n) -> item(row))
        .list();
  }

  /** What one recipient of a channel is still to be sent, in the order in which it was wanted. */
  public List<OutboxItem> open(String channel, String recipient) {
    return open(channel).stream().filter(item -> item.recipient().equals(recipient)).toList();
  }

  /** Everything that is still to be sent, in the order in which it was wanted. */
  public List<OutboxItem> open() {
    return jdbc.sql(COLUMNS + "where state in ('waiting', 'sending') order by outbox_id")
        .query((row, n) -> item(row))
        .list();
  }

  /** What the receiver knows an earlier revision by, of the same topic and night. */
  public Optional<String> referenceOfNight(OutboxItem item) {
    return jdbc.sql(
            """
            select reference from mart.delivery
            where channel = :channel and recipient = :recipient and topic = :topic
                and run_on = :night and revision < :revision and state = 'delivered'
                and reference <> ''
            order by revision desc limit 1
            """)
        .param("channel", item.channel())
        .param("recipient", item.recipient())
        .param("topic", item.topic())
        .param("night", item.night())
        .param("revision", item.revision())
        .query(String.class)
        .optional();
  }

  /** The newest revision of what is told to a recipient of a night. */
  public Optional<OutboxItem> newest(
      String channel, String recipient, String topic, LocalDate night) {
    return jdbc.sql(
            COLUMNS
                + """
                where channel = :channel and recipient = :recipient and topic = :topic
                    and run_on = :night
                order by revision desc limit 1
                """)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("topic", topic)
        .param("night", night)
        .query((row, n) -> item(row))
        .optional();
  }

  /**
   * What was last handed over to a recipient, of the nights before one; also what may not have
   * arrived.
   */
  public Optional<OutboxItem> lastSent(
      String channel, String recipient, String topic, LocalDate before) {
    return jdbc.sql(
            COLUMNS
                + """
                where channel = :channel and recipient = :recipient and topic = :topic
                    and run_on < :before and state in ('delivered', 'unknown')
                order by run_on desc, revision desc limit 1
                """)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("topic", topic)
        .param("before", before)
        .query((row, n) -> item(row))
        .optional();
  }

  /** What was last made for a recipient, of the nights before one; it may still wait. */
  public Optional<OutboxItem> lastMade(
      String channel, String recipient, String topic, LocalDate before) {
    return jdbc.sql(
            COLUMNS
                + """
                where channel = :channel and recipient = :recipient and topic = :topic
                    and run_on < :before and reference <> ''
                    and state in ('waiting', 'sending', 'delivered', 'unknown')
                order by run_on desc, revision desc limit 1
                """)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("topic", topic)
        .param("before", before)
        .query((row, n) -> item(row))
        .optional();
  }

  /**
   * The newest entry of every recipient of a channel that was tried, where it did not reach them.
   *
   * @param before only what is about earlier nights than this: a night that is run again says the
   *     same
   */
  public List<OutboxItem> undelivered(String channel, LocalDate before) {
    return jdbc
        .sql(
            """
            select distinct on (recipient) *
            from mart.delivery
            where channel = :channel and run_on < :before
                and (state in ('delivered', 'dead', 'unknown') or attempts > 0)
                and state not in ('skipped', 'superseded')
            order by recipient, outbox_id desc
            """)
        .param("channel", channel)
        .param("before", before)
        .query((row, n) -> item(row))
        .list()
        .stream()
        .filter(OutboxItem::undelivered)
        .toList();
  }

  /**
   * The newest entry of every topic of a recipient, where it did not reach them.
   *
   * @param before only what is about earlier nights than this
   */
  public List<OutboxItem> undeliveredTopics(String channel, String recipient, LocalDate before) {
    return jdbc
        .sql(
            """
            select distinct on (topic) *
            from mart.delivery
            where channel = :channel and recipient = :recipient and run_on < :before
                and (state in ('delivered', 'dead', 'unknown') or attempts > 0)
                and state not in ('skipped', 'superseded')
            order by topic, outbox_id desc
            """)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("before", before)
        .query((row, n) -> item(row))
        .list()
        .stream()
        .filter(OutboxItem::undelivered)
        .toList();
  }

  /** What every try sends; empty when it is not made yet, or done with. */
  public Optional<byte[]> body(long id) {
    return jdbc.sql("select body from ledger.outbox_body where outbox_id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes("body"))
        .optional();
  }

  private static OutboxItem item(ResultSet row) throws SQLException {
    return new OutboxItem(
        row.getLong("outbox_id"),
        row.getString("idempotency_key"),
        row.getString("channel"),
        row.getString("recipient"),
        row.getString("topic"),
        row.getString("job"),
        row.getObject("run_on", LocalDate.class),
        row.getInt("revision"),
        Columns.bytes(row, "run_id"),
        row.getString("material"),
        OutboxState.of(row.getString("state")),
        row.getString("reason"),
        row.getString("reference"),
        row.getInt("attempts"),
        Columns.instant(row, "created_at"),
        Columns.optionalInstant(row, "attempted_at"),
        Columns.optionalInstant(row, "next_attempt_at"),
        Columns.optionalInstant(row, "closed_at"));
  }
}
