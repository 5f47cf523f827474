package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.notice.NoticeTexts;
import java.time.Clock;

/** Opens a channel as its settings say. Connects to nothing yet. */
@FunctionalInterface
public interface ChannelOpener {

  /**
   * @param texts renders notices
   */
  Channel open(NoticeTexts texts, Clock clock);
}
