package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says after a run who was told, and who was not. */
final class DeliverySummary {

  private final OutboxReader outbox;
  private final boolean configured;

  DeliverySummary(DataSource ledger, Configuration configuration) {
    this.outbox = new OutboxReader(JdbcClient.create(ledger));
    this.configured = configuration.mail().isPresent();
  }

  /** Writes a line, and one for everybody who was not reached; whether there are any. */
  boolean failed(String job, LocalDate night, Terminal terminal) {
    if (!configured) {
      return false;
    }
    List<OutboxItem> items =
        outbox.ofNight(night).stream()
            .filter(item -> item.state().open() || item.job().equals(job))
            .toList();
    List<OutboxItem> newest = newest(items);
    List<OutboxItem> missed = newest.stream().filter(OutboxItem::undelivered).toList();
    if (!newest.isEmpty()) {
      terminal.out().println("mail: " + counts(newest));
    }
    for (OutboxItem item : missed) {
      terminal
          .err()
          .println(
              VisibleText.of(
                  "not delivered to %s (%s of %s, %s): %s"
                      .formatted(
                          item.recipient(),
                          item.job(),
                          item.night(),
                          item.state().word(),
                          item.reason())));
    }
    if (!missed.isEmpty()) {
      terminal.err().println("Next: poolkeeper deliveries, poolkeeper check.");
    }
    return !missed.isEmpty();
  }

  /** Of the revisions of one mail only the newest counts. */
  private static List<OutboxItem> newest(List<OutboxItem> newestFirst) {
    Map<String, OutboxItem> byMail = new TreeMap<>();
    newestFirst.forEach(
        item ->
            byMail.putIfAbsent(
                "%s %s %s".formatted(item.recipient(), item.topic(), item.night()), item));
    return List.copyOf(byMail.values());
  }

  private static String counts(List<OutboxItem> items) {
    Map<OutboxState, Integer> counts = new TreeMap<>();
    items.forEach(item -> counts.merge(item.state(), 1, Integer::sum));
    return String.join(
        ", ",
        counts.entrySet().stream()
            .map(entry -> CountText.of(entry.getValue()) + " " + entry.getKey().word())
            .toList());
  }
}
