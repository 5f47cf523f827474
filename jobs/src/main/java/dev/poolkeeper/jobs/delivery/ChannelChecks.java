package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.notice.NoticeTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Tries the channels: whether each could send, and something small, if that is asked for. */
public final class ChannelChecks {

  private final List<ChannelSettings> channels;
  private final Clock clock;

  public ChannelChecks(List<ChannelSettings> channels, Clock clock) {
    this.channels = List.copyOf(channels);
    this.clock = clock;
  }

  /**
   * @param sendTest whether every channel gets something that says what it is
   */
  public List<CheckLine> lines(boolean sendTest) {
    List<CheckLine> lines = new ArrayList<>();
    for (ChannelSettings settings : channels) {
      try (Channel channel = open(settings)) {
        channel.probe(sendTest).forEach(probe -> lines.add(line(settings.name(), probe)));
      }
    }
    return lines;
  }

  private Channel open(ChannelSettings settings) {
    return settings
        .opener()
        .open(new NoticeTexts(settings.templates()), CallContext.unobserved(clock));
  }

  private static CheckLine line(String name, Probe probe) {
    return new CheckLine(
        name,
        probe.what(),
        switch (probe.result()) {
          case OK -> CheckLine.Outcome.OK;
          case NOT_TRIED -> CheckLine.Outcome.SKIPPED;
          case FAILED -> CheckLine.Outcome.FAILED;
        },
        probe.seen(),
        probe.next());
  }
}
