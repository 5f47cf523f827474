package dev.poolkeeper.jobs.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.matter.NoticeDraft;
import dev.poolkeeper.readers.ledger.NoticeReader;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Receipt;
import java.util.Optional;

/** Hands what was made to a channel, with what the other side knows it by. */
final class ChannelCarrier implements Carrier {

  private final String name;
  private final Channel channel;
  private final OutboxReader outbox;
  private final NoticeReader notices;

  ChannelCarrier(String name, Channel channel, OutboxReader outbox, NoticeReader notices) {
    this.name = name;
    this.channel = channel;
    this.outbox = outbox;
    this.notices = notices;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Outcome> ready() {
    return Optional.empty();
  }

  /** Tickets of members need that of their group; it ends after them. */
  @Override
  public boolean waits(OutboxItem item) {
    return notices.waits(item.id());
  }

  @Override
  public Receipt carry(OutboxItem item) {
    return channel.send(
        new Parcel(
            item.key(),
            item.topic(),
            new String(outbox.body(item.id()).orElseThrow(), UTF_8),
            notices
                .reference(item.channel(), item.recipient(), item.topic())
                .or(() -> outbox.referenceOfNight(item)),
            item.attempts() + 1,
            notices
                .draft(item.id())
                .flatMap(NoticeDraft::group)
                .flatMap(group -> notices.reference(item.channel(), item.recipient(), group))));
  }
}
