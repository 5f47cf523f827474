package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.notice.NoticeTexts;

/** Opens a channel as its settings say. Connects to nothing yet. */
@FunctionalInterface
public interface ChannelOpener {

  /**
   * @param texts renders notices
   * @param context what its calls are made within
   */
  Channel open(NoticeTexts texts, CallContext context);
}
