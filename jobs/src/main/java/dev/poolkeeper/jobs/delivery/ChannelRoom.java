package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.jobs.configuration.ChannelType.Hears;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.matter.NoticeDraft;
import dev.poolkeeper.readers.ledger.NoticeReader;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.channel.NoticeChannel;
import dev.poolkeeper.writers.channel.ReportChannel;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.notice.UnfitTemplate;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and sends what is in the outbox for channels beside mail, of this run and of earlier ones.
 * Every statement is a transaction of its own: call it outside of any.
 */
public final class ChannelRoom {

  private final List<ChannelSettings> channels;
  private final ZoneId zone;
  private final OutboxReader reader;
  private final OutboxWriter writer;
  private final NoticeReader notices;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final Pause pause;
  private final Progress.Watch watch;

  /** The ledger, and what turns its values into records. */
  public record Ledger(JdbcClient jdbc, JsonMapper json) {}

  /**
   * @param zone in which quiet hours are
   */
  public ChannelRoom(
      List<ChannelSettings> channels, ZoneId zone, Ledger ledger, Clock clock, Pause pause) {
    this(channels, zone, ledger, clock, pause, Progress.Watch.NOBODY);
  }

  private ChannelRoom(
      List<ChannelSettings> channels,
      ZoneId zone,
      Ledger ledger,
      Clock clock,
      Pause pause,
      Progress.Watch watch) {
    this.channels = List.copyOf(channels);
    this.zone = zone;
    this.jdbc = ledger.jdbc();
    this.json = ledger.json();
    this.reader = new OutboxReader(jdbc);
    this.writer = new OutboxWriter(jdbc);
    this.notices = new NoticeReader(jdbc, json);
    this.clock = clock;
    this.pause = pause;
    this.watch = watch;
  }

  /** The same, and another who knows of every try. */
  ChannelRoom watchedBy(Progress.Watch other) {
    return new ChannelRoom(channels, zone, new Ledger(jdbc, json), clock, pause, other);
  }

  /**
   * Figures go last: they count what the others could not be told.
   *
   * @return how much was delivered
   */
  public int deliver(Place place) throws InterruptedException {
    retire();
    Makers makers = makers(place);
    List<ChannelSettings> ordered =
        channels.stream()
            .sorted(Comparator.comparing(channel -> channel.type().hears() == Hears.FIGURES))
            .toList();
    int delivered = 0;
    for (ChannelSettings settings : ordered) {
      delivered += deliver(settings, makers);
    }
    return delivered;
  }

  /** Makes what waits, and sends nothing. */
  void make(Place place) {
    Makers makers = makers(place);
    for (ChannelSettings settings : channels) {
      try (Channel channel = opened(settings)) {
        make(settings, channel, makers);
      }
    }
  }

  private Makers makers(Place place) {
    return new Makers(
        new NoticeMaker(jdbc, json, place, clock), new DigestMaker(jdbc, json, place));
  }

  private Channel opened(ChannelSettings settings) {
    return settings
        .opener()
        .open(new NoticeTexts(settings.templates()), new CallContext(clock, watch.observations()));
  }

  private record Makers(NoticeMaker notices, DigestMaker digests) {}

  private int deliver(ChannelSettings settings, Makers makers) throws InterruptedException {
    if (open(settings).isEmpty()) {
      return 0;
    }
    try (Channel channel = opened(settings)) {
      Rounds rounds =
          new Rounds(
              new Rounds.Outbox(reader, writer),
              new WatchedCarrier(
                  new ChannelCarrier(settings.name(), channel, reader, notices), watch),
              settings.retry(),
              clock,
              pause);
      rounds.recover(open(settings));
      make(settings, channel, makers);
      return rounds.send(() -> due(settings));
    }
  }

  private List<OutboxItem> open(ChannelSettings settings) {
    return reader.open(settings.type().word(), settings.name());
  }

  /** In quiet hours only what is critical. */
  private List<OutboxItem> due(ChannelSettings settings) {
    LocalTime time = LocalTime.ofInstant(clock.instant(), zone);
    boolean quiet = settings.quietHours().stream().anyMatch(hours -> hours.has(time));
    return open(settings).stream().filter(item -> !quiet || critical(item)).toList();
  }

  private boolean critical(OutboxItem item) {
    return notices
        .draft(item.id())
        .map(draft -> draft.material().severity() == Severity.CRITICAL)
        .orElse(item.material().equals("CRITICAL"));
  }

  private void make(ChannelSettings settings, Channel channel, Makers makers) {
    for (OutboxItem item : open(settings)) {
      if (reader.body(item.id()).isEmpty()) {
        make(item, settings, channel, makers);
      }
    }
  }

  private void make(OutboxItem item, ChannelSettings settings, Channel channel, Makers makers) {
    try {
      writer.made(item.id(), item.reference(), body(item, settings, channel, makers));
    } catch (UnfitTemplate unfit) {
      writer.closed(
          item.id(), OutboxState.DEAD, String.valueOf(unfit.getMessage()), clock.instant());
    }
  }

  private byte[] body(OutboxItem item, ChannelSettings settings, Channel channel, Makers makers) {
    Optional<NoticeDraft> draft = notices.draft(item.id());
    if (draft.isPresent() && channel instanceof NoticeChannel following) {
      return following.make(makers.notices().notice(item, draft.get(), settings));
    }
    if (draft.isEmpty() && channel instanceof ReportChannel reporting) {
      return makers.digests().make(item, makers.notices().origin(item, settings), reporting);
    }
    throw new IllegalStateException(
        "the channel %s cannot tell %s".formatted(settings.name(), item.key()));
  }

  /** What waits for channels that the configuration no longer has. */
  private void retire() {
    for (OutboxItem item : reader.open()) {
      boolean known =
          item.channel().equals(MailIntents.CHANNEL)
              || channels.stream()
                  .anyMatch(
                      channel ->
                          channel.type().word().equals(item.channel())
                              && channel.name().equals(item.recipient()));
      if (!known) {
        writer.closed(
            item.id(),
            OutboxState.SUPERSEDED,
            "no channel of the configuration any more",
            clock.instant());
      }
    }
  }
}
