package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.jobs.configuration.MailSettings;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import dev.poolkeeper.writers.mail.Letter;
import dev.poolkeeper.writers.mail.MailTransport;
import dev.poolkeeper.writers.mail.WireFormat;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and sends what is in the outbox for mail, of this run and of earlier ones. Every statement
 * is a transaction of its own: call it outside of any.
 */
final class MailRoom {

  private final Configuration configuration;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final Pause pause;
  private final Progress.Watch watch;

  MailRoom(
      Configuration configuration, JdbcClient jdbc, JsonMapper json, Clock clock, Pause pause) {
    this(configuration, new ChannelRoom.Ledger(jdbc, json), clock, pause, Progress.Watch.NOBODY);
  }

  private MailRoom(
      Configuration configuration,
      ChannelRoom.Ledger ledger,
      Clock clock,
      Pause pause,
      Progress.Watch watch) {
    this.configuration = configuration;
    this.jdbc = ledger.jdbc();
    this.json = ledger.json();
    this.clock = clock;
    this.pause = pause;
    this.watch = watch;
  }

  /** The same, and another who knows of every try. */
  MailRoom watchedBy(Progress.Watch other) {
    return new MailRoom(configuration, new ChannelRoom.Ledger(jdbc, json), clock, pause, other);
  }

  /**
   * @return how many mails were delivered; 0 when none are configured
   */
  int deliver(Place place) throws InterruptedException {
    Optional<MailSettings> settings = configuration.mail();
    if (settings.isEmpty()) {
      return 0;
    }
    MailSettings mail = settings.get();
    Rounds.Outbox outbox = new Rounds.Outbox(new OutboxReader(jdbc), new OutboxWriter(jdbc));
    try (MailTransport transport = new MailTransport(mail.server(), watch.observations())) {
      Rounds rounds =
          new Rounds(
              outbox,
              new WatchedCarrier(new MailCarrier(transport, outbox.reader()), watch),
              mail.retry(),
              clock,
              pause);
      rounds.recover(outbox.reader().open(MailIntents.CHANNEL));
      make(mail, outbox, place);
      return rounds.send(() -> outbox.reader().open(MailIntents.CHANNEL));
    }
  }

  private void make(MailSettings mail, Rounds.Outbox outbox, Place place) {
    Map<String, MailMaker> makers =
        Map.of(
            NightlyJob.NAME,
            new NightlyMails(jdbc, json, mail, configuration.report(), place),
            WeeklyCapacityJob.NAME,
            new WeeklyMails(jdbc, json, mail, configuration.report(), place));
    WireFormat format = new WireFormat();
    Envelope envelope = new Envelope(mail, place.demo(), place.version());
    for (OutboxItem item : outbox.reader().open(MailIntents.CHANNEL)) {
      Optional<MailRecipient> recipient = mail.recipient(item.recipient());
      MailMaker maker = makers.get(item.job());
      if (recipient.isEmpty() || maker == null) {
        outbox
            .writer()
            .closed(
                item.id(),
                OutboxState.SUPERSEDED,
                "no recipient of the configuration any more",
                clock.instant());
      } else if (outbox.reader().body(item.id()).isEmpty()) {
        Letter letter = letter(item, recipient.get(), maker, envelope, outbox.reader());
        outbox.writer().made(item.id(), letter.messageId(), format.of(letter));
      }
    }
  }

  private Letter letter(
      OutboxItem item,
      MailRecipient recipient,
      MailMaker maker,
      Envelope envelope,
      OutboxReader reader) {
    MailMaker.Made made = maker.make(item, recipient);
    return envelope.letter(
        item,
        recipient,
        made.content(),
        made.files(),
        reader
            .lastMade(item.channel(), item.recipient(), item.topic(), item.night())
            .map(OutboxItem::reference),
        ZonedDateTime.ofInstant(clock.instant(), configuration.report().zone()));
  }
}
