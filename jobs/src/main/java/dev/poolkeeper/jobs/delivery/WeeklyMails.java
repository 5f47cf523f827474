package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.jobs.configuration.MailSettings;
import dev.poolkeeper.jobs.configuration.ReportSettings;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.WeekPart;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.WeeklyFacts;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.report.WeeklyReportAssembler;
import dev.poolkeeper.readers.ledger.WeeklyFactsReader;
import dev.poolkeeper.writers.mail.MailScope;
import dev.poolkeeper.writers.mail.WeeklyMail;
import dev.poolkeeper.writers.report.ReportFormat;
import dev.poolkeeper.writers.report.WeeklyReportWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes the mails of weekly runs; whole ones carry the report's files, parts none. */
final class WeeklyMails implements MailMaker {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final MailSettings settings;
  private final WeeklyMail mails;
  private final WeeklyReportWriter files;
  private final Place place;

  WeeklyMails(
      JdbcClient jdbc, JsonMapper json, MailSettings settings, ReportSettings report, Place place) {
    this.jdbc = jdbc;
    this.json = json;
    this.settings = settings;
    this.mails = new WeeklyMail(report.zone(), settings.subjectTag());
    this.files = new WeeklyReportWriter(report.zone(), report.paper());
    this.place = place;
  }

  @Override
  public Made make(OutboxItem item, MailRecipient recipient) {
    WeeklyFacts all =
        new WeeklyFactsReader(jdbc, json)
            .read(item.run().orElseThrow(), item.night(), place.demo());
    boolean whole = recipient.audience().whole();
    WeeklyReport report =
        new WeeklyReportAssembler().assemble(new WeekPart(recipient.audience()).of(all));
    ReportFiles.Chosen chosen =
        whole
            ? new ReportFiles(settings.attachLimitBytes()).choose(files(report))
            : new ReportFiles.Chosen(List.of(), List.of());
    MailScope scope =
        new MailScope(
            recipient.audience(),
            recipient.name(),
            report.verdict() == NightVerdict.INCOMPLETE,
            new Closing(settings, place.demo(), report.version())
                .lines(item, recipient, chosen.lines()));
    return new Made(mails.of(report, scope), chosen.files());
  }

  /** Written again where they are gone, as in another pod. */
  private List<Path> files(WeeklyReport report) {
    Path folder = place.out().resolve(report.date().toString());
    List<Path> wanted =
        Stream.of("pdf", "json")
            .filter(settings.attach()::contains)
            .map(ending -> folder.resolve("weekly-capacity." + ending))
            .toList();
    if (!wanted.stream().allMatch(Files::isRegularFile)) {
      files.write(report, place.out(), EnumSet.allOf(ReportFormat.class));
    }
    return wanted;
  }
}
