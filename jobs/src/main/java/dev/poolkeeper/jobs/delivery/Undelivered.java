package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.jobs.configuration.ChannelType.Hears;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.readers.ledger.OutboxReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds what earlier nights could not tell those who still are to be told. */
public final class Undelivered {

  private final Configuration configuration;
  private final OutboxReader outbox;

  public Undelivered(Configuration configuration, OutboxReader outbox) {
    this.configuration = configuration;
    this.outbox = outbox;
  }

  /** Of reports the newest of every recipient, of matters the newest of every topic. */
  public List<OutboxItem> before(LocalDate night) {
    List<OutboxItem> missed = new ArrayList<>();
    configuration
        .mail()
        .ifPresent(
            mail ->
                outbox.undelivered(MailIntents.CHANNEL, night).stream()
                    .filter(item -> mail.recipient(item.recipient()).isPresent())
                    .forEach(missed::add));
    configuration.channels().forEach(channel -> missed.addAll(before(night, channel)));
    return missed;
  }

  private List<OutboxItem> before(LocalDate night, ChannelSettings channel) {
    String type = channel.type().word();
    boolean runs =
        channel.type().hears() == Hears.REPORTS || channel.type().hears() == Hears.FIGURES;
    return runs
        ? outbox.undelivered(type, night).stream()
            .filter(item -> item.recipient().equals(channel.name()))
            .toList()
        : outbox.undeliveredTopics(type, channel.name(), night);
  }
}
