package dev.poolkeeper.jobs.delivery;

import static java.util.stream.Collectors.toMap;

import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.jobs.configuration.MailSettings;
import dev.poolkeeper.processors.delivery.Audience;
import dev.poolkeeper.processors.delivery.Intent;
import dev.poolkeeper.processors.delivery.NightPart;
import dev.poolkeeper.processors.delivery.SendDecision;
import dev.poolkeeper.processors.delivery.SendDecision.Last;
import dev.poolkeeper.processors.delivery.SendDecision.Tonight;
import dev.poolkeeper.processors.delivery.WeekPart;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import dev.poolkeeper.writers.mail.NightlyMail;
import dev.poolkeeper.writers.mail.WeeklyMail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down who is to get a mail, in the transaction that stores what it will tell. What is not
 * worth a mail is written down too, with the reason: silence can be explained.
 */
public final class MailIntents {

  public static final String CHANNEL = "mail";

  /**
   * What a night has to tell.
   *
   * @param findings of the night
   * @param before the newest earlier state of every finding
   * @param scopes what is known of the subjects of findings, by fingerprint
   */
  public record Told(
      List<Finding> findings, List<Finding> before, Map<String, SubjectFacts> scopes) {}

  private final Optional<MailSettings> settings;
  private final OutboxReader outbox;
  private final OutboxWriter writer;
  private final Clock clock;

  public MailIntents(
      Optional<MailSettings> settings, OutboxReader outbox, OutboxWriter writer, Clock clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.writer = writer;
    this.clock = clock;
  }

  /** Those who hear of a night. */
  public void nightly(Order order, Told told) {
    for (MailRecipient recipient : recipients(order)) {
      want(order, recipient, tonight(order.night(), told, recipient.audience()));
    }
  }

  /** What a night has for an audience. */
  static Tonight tonight(LocalDate night, Told told, Audience audience) {
    boolean incomplete = NightVerdict.of(told.findings()) == NightVerdict.INCOMPLETE;
    Map<String, Finding> before =
        told.before().stream().collect(toMap(Finding::fingerprint, f -> f, (a, b) -> a));
    List<Finding> own = NightPart.findings(told.findings(), audience, told.scopes());
    NightVerdict verdict = NightlyMail.verdict(NightVerdict.of(own), incomplete);
    boolean changed =
        own.stream()
            .filter(f -> audience.lists(f.severity()) || f.status() == FindingStatus.RESOLVED)
            .anyMatch(f -> changed(f, Optional.ofNullable(before.get(f.fingerprint()))));
    boolean asks = incomplete || own.stream().anyMatch(audience::asksFor);
    return new Tonight(night, verdict.name(), changed, asks);
  }

  private static boolean changed(Finding finding, Optional<Finding> before) {
    return switch (finding.status()) {
      case NEW, REOPENED -> true;
      case RESOLVED -> finding.nights() > 0;
      case PERSISTING, EXCEPTED, HELD, UNDECIDED ->
          before.filter(f -> f.severity() == finding.severity()).isEmpty();
    };
  }

  /** Those who hear of a week: its figures are never the same twice. */
  public void weekly(Order order, WeeklyReport report) {
    for (MailRecipient recipient : recipients(order)) {
      want(order, recipient, tonight(order.night(), report, recipient.audience()));
    }
  }

  /** What a week has for an audience. */
  static Tonight tonight(LocalDate night, WeeklyReport report, Audience audience) {
    List<RunwayLine> own = audience.whole() ? report.runways() : new WeekPart(audience).of(report);
    NightVerdict verdict = WeeklyMail.verdict(own, report.verdict(), audience.whole());
    return new Tonight(night, verdict.name(), true, verdict != NightVerdict.OK);
  }

  private List<MailRecipient> recipients(Order order) {
    return order.telling() == Telling.NOBODY
        ? List.of()
        : settings.map(mail -> mail.of(order.job())).orElse(List.of());
  }

  private void want(Order order, MailRecipient recipient, Tonight tonight) {
    String topic = order.job();
    Optional<Last> last =
        outbox
            .lastSent(CHANNEL, recipient.address(), topic, order.night())
            .map(item -> new Last(item.night(), item.material()));
    boolean again = order.telling() == Telling.AGAIN;
    SendDecision decision =
        SendDecision.of(recipient.when(), recipient.heartbeatDays(), last, tonight);
    writer.want(
        new Intent(
            CHANNEL,
            recipient.address(),
            topic,
            order.job(),
            order.night(),
            tonight.verdict(),
            again ? Optional.empty() : decision.skipped()),
        outbox.newest(CHANNEL, recipient.address(), topic, order.night()),
        order.run(),
        again,
        clock.instant());
  }
}
