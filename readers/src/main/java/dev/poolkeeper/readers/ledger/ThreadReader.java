package dev.poolkeeper.readers.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What receivers know the matters by that they were told of. */
public final class ThreadReader {

  private final JdbcClient jdbc;

  public ThreadReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The receiver's own name for a matter: a ticket's key.
   *
   * @param recipient name of a channel of the configuration
   * @return empty when it was never told of it, or said no name
   */
  public Optional<String> reference(String recipient, String topic) {
    return jdbc.sql(
            """
            select reference from mart.thread
            where recipient = :recipient and topic = :topic and channel <> 'mail'
                and reference <> ''
            """)
        .param("recipient", recipient)
        .param("topic", topic)
        .query(String.class)
        .optional();
  }
}
