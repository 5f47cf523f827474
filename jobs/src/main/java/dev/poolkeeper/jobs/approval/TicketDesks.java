package dev.poolkeeper.jobs.approval;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.channel.DecidingChannel;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.notice.NoticeTexts;
import java.util.ArrayList;
import java.util.List;

/** The channels of the configuration in whose tickets people decide, opened for one run. */
public final class TicketDesks implements AutoCloseable {

  private final List<TicketDesk> desks;

  private TicketDesks(List<TicketDesk> desks) {
    this.desks = List.copyOf(desks);
  }

  /** Connects to nothing yet. */
  public static TicketDesks open(Configuration configuration, CallContext context) {
    List<TicketDesk> desks = new ArrayList<>();
    for (ChannelSettings settings : configuration.channels()) {
      if (settings.proposals()) {
        Channel channel = settings.opener().open(new NoticeTexts(settings.templates()), context);
        if (channel instanceof DecidingChannel deciding && deciding.decides()) {
          desks.add(new TicketDesk(settings.name(), deciding));
        } else {
          channel.close();
        }
      }
    }
    return new TicketDesks(desks);
  }

  public List<TicketDesk> all() {
    return desks;
  }

  @Override
  public void close() {
    desks.forEach(desk -> desk.channel().close());
  }
}
