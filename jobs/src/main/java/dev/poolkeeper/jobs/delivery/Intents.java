package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.delivery.Audience;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.readers.ledger.NoticeReader;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.ledger.NoticeWriter;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes down who is to be told what, by mail and by every other channel. */
public final class Intents {

  private final MailIntents mails;
  private final ChannelIntents channels;

  private Intents(MailIntents mails, ChannelIntents channels) {
    this.mails = mails;
    this.channels = channels;
  }

  /** As the configuration says. */
  public static Intents of(
      Configuration configuration, JdbcClient jdbc, JsonMapper json, Clock clock) {
    OutboxReader outbox = new OutboxReader(jdbc);
    OutboxWriter writer = new OutboxWriter(jdbc);
    return new Intents(
        new MailIntents(configuration.mail(), outbox, writer, clock),
        new ChannelIntents(
            configuration.channels(),
            new ChannelIntents.Ledger(
                outbox, writer, new NoticeReader(jdbc, json), new NoticeWriter(jdbc, json)),
            clock));
  }

  /** Those who hear of a night, and of its findings. */
  public void nightly(Order order, MailIntents.Told told) {
    mails.nightly(order, told);
    channels.findings(order, told.findings(), told.scopes());
    channels.report(order, MailIntents.tonight(order.night(), told, Audience.ALL));
  }

  /** Those who decide about cleanups. */
  public void proposals(Order order, List<Proposal> proposals) {
    channels.proposals(order, proposals);
  }

  /** Those who hear of a week. */
  public void weekly(Order order, WeeklyReport report) {
    mails.weekly(order, report);
    channels.report(order, MailIntents.tonight(order.night(), report, Audience.ALL));
  }
}
