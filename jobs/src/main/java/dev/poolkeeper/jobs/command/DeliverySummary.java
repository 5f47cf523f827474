package dev.poolkeeper.jobs.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.MailIntents;
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

  /** More lines of one recipient say nothing more. */
  private static final int SAID = 5;

  private final OutboxReader outbox;
  private final boolean configured;

  DeliverySummary(DataSource ledger, Configuration configuration) {
    this.outbox = new OutboxReader(JdbcClient.create(ledger));
    this.configured = configuration.mail().isPresent() || !configuration.channels().isEmpty();
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
    newest.stream()
        .collect(groupingBy(DeliverySummary::told, TreeMap::new, toList()))
        .forEach((who, told) -> terminal.out().println(who + ": " + counts(told)));
    missed.stream()
        .collect(groupingBy(OutboxItem::recipient, TreeMap::new, toList()))
        .values()
        .forEach(unreached -> say(unreached, terminal));
    if (!missed.isEmpty()) {
      terminal.err().println("Next: poolkeeper deliveries, poolkeeper check.");
    }
    return !missed.isEmpty();
  }

  /** All mails are counted together, each other channel on its own. */
  private static String told(OutboxItem item) {
    return item.channel().equals(MailIntents.CHANNEL)
        ? item.channel()
        : "%s (%s)".formatted(item.recipient(), item.channel());
  }

  private static void say(List<OutboxItem> missed, Terminal terminal) {
    for (OutboxItem item : missed.subList(0, Math.min(SAID, missed.size()))) {
      terminal
          .err()
          .println(
              VisibleText.of(
                  "not delivered to %s (%s of %s, %s): %s"
                      .formatted(
                          item.recipient(),
                          item.topic(),
                          item.night(),
                          item.state().word(),
                          item.reason())));
    }
    if (missed.size() > SAID) {
      terminal
          .err()
          .printf(
              "not delivered to %s: %d more%n", missed.get(0).recipient(), missed.size() - SAID);
    }
  }

  /** Of the revisions of one topic only the newest counts. */
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
