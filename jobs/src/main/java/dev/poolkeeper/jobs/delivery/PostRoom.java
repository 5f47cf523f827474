package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.nightly.Progress;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what is in the outbox, by mail and by every other channel. Call it outside of any
 * transaction: what was handed over must not be forgotten.
 */
public final class PostRoom {

  private final MailRoom mails;
  private final ChannelRoom channels;

  public PostRoom(
      Configuration configuration, JdbcClient jdbc, JsonMapper json, Clock clock, Pause pause) {
    this(
        new MailRoom(configuration, jdbc, json, clock, pause),
        new ChannelRoom(
            configuration.channels(),
            configuration.report().zone(),
            new ChannelRoom.Ledger(jdbc, json),
            clock,
            pause));
  }

  private PostRoom(MailRoom mails, ChannelRoom channels) {
    this.mails = mails;
    this.channels = channels;
  }

  /** The same, and another who knows of every try. */
  public PostRoom watchedBy(Progress.Watch watch) {
    return new PostRoom(mails.watchedBy(watch), channels.watchedBy(watch));
  }

  /**
   * @return how much was delivered
   */
  public int deliver(Place place) throws InterruptedException {
    return mails.deliver(place) + channels.deliver(place);
  }
}
