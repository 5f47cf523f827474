package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.configuration.MailRecipient;
import dev.poolkeeper.jobs.configuration.MailSettings;
import dev.poolkeeper.jobs.configuration.ReportSettings;
import dev.poolkeeper.processors.delivery.EstateNames;
import dev.poolkeeper.processors.delivery.NightPart;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.Room;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.NightFacts;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.NightlyReportAssembler;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.readers.ledger.FindingScopeReader;
import dev.poolkeeper.readers.ledger.NightFactsReader;
import dev.poolkeeper.readers.ledger.OutlookReader;
import dev.poolkeeper.writers.json.ContractJson;
import dev.poolkeeper.writers.mail.Enclosure;
import dev.poolkeeper.writers.mail.MailScope;
import dev.poolkeeper.writers.mail.NightlyMail;
import dev.poolkeeper.writers.report.NightlyReportWriter;
import dev.poolkeeper.writers.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the mails of nights. Whole ones carry the report's files; who gets a part gets its findings
 * as data, made of that part only.
 */
final class NightlyMails implements MailMaker {

  /** A night as it is mailed; read once for all its recipients. */
  private record Night(LocalDate date, NightFacts facts, NightlyReport report, Room room) {}

  /** What it takes to tell whose a finding is; read only when somebody gets a part. */
  private record Scopes(LocalDate date, Map<String, SubjectFacts> facts, EstateNames names) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final MailSettings settings;
  private final NightlyMail mails;
  private final NightlyReportWriter files;
  private final Path out;
  private final boolean demo;
  private @Nullable Night night;
  private @Nullable Scopes scopes;

  NightlyMails(
      JdbcClient jdbc, JsonMapper json, MailSettings settings, ReportSettings report, Place place) {
    this.jdbc = jdbc;
    this.json = json;
    this.settings = settings;
    this.mails = new NightlyMail(report.zone(), settings.subjectTag());
    this.files = new NightlyReportWriter(report.zone(), report.paper());
    this.out = place.out();
    this.demo = place.demo();
  }

  @Override
  public Made make(OutboxItem item, MailRecipient recipient) {
    Night known = night(item.night());
    boolean whole = recipient.audience().whole();
    NightlyReport report = whole ? known.report() : part(known, recipient);
    ReportFiles.Chosen chosen =
        whole
            ? new ReportFiles(settings.attachLimitBytes()).choose(files(known))
            : data(report, recipient);
    List<String> closing =
        new Closing(settings, demo, report.version()).lines(item, recipient, chosen.lines());
    MailScope scope =
        new MailScope(
            recipient.audience(),
            recipient.name(),
            known.report().verdict() == NightVerdict.INCOMPLETE,
            closing);
    Set<String> pools = report.pools().stream().map(PoolLine::subject).collect(Collectors.toSet());
    return new Made(mails.of(report, scope, known.room().of(pools)), chosen.files());
  }

  private Night night(LocalDate date) {
    Night known = night;
    if (known == null || !known.date().equals(date)) {
      NightFacts facts = new NightFactsReader(jdbc, json).read(date, demo);
      known =
          new Night(
              date,
              facts,
              new NightlyReportAssembler().assemble(facts),
              Room.of(new OutlookReader(jdbc).ofKinds(date, Set.of(SeriesKind.POOL))));
      night = known;
    }
    return known;
  }

  private NightlyReport part(Night known, MailRecipient recipient) {
    Scopes all = scopes;
    if (all == null || !all.date().equals(known.date())) {
      FindingScopeReader reader = new FindingScopeReader(jdbc, json);
      all =
          new Scopes(
              known.date(), reader.ofNight(known.date()), new EstateNames(reader.knownNames()));
      scopes = all;
    }
    return new NightlyReportAssembler()
        .assemble(new NightPart(recipient.audience(), all.facts(), all.names()).of(known.facts()));
  }

  /** Written again where they are gone, as in another pod. */
  private List<Path> files(Night known) {
    Path folder = out.resolve(known.date().toString());
    List<Path> wanted =
        Stream.of("pdf", "json")
            .filter(settings.attach()::contains)
            .map(ending -> folder.resolve("nightly." + ending))
            .toList();
    if (!wanted.stream().allMatch(Files::isRegularFile)) {
      files.write(known.report(), out, EnumSet.allOf(ReportFormat.class));
    }
    return wanted;
  }

  private ReportFiles.Chosen data(NightlyReport report, MailRecipient recipient) {
    if (!settings.attach().contains("json")) {
      return new ReportFiles.Chosen(List.of(), List.of());
    }
    List<FindingLine> findings =
        report.groups().stream()
            .flatMap(group -> group.findings().stream())
            .filter(
                line ->
                    Severity.named(line.severity()).filter(recipient.audience()::lists).isPresent())
            .toList();
    Enclosure file =
        ReportFiles.enclosure("findings.json", ContractJson.json().writeValueAsBytes(findings));
    return file.size() <= settings.attachLimitBytes()
        ? new ReportFiles.Chosen(List.of(file), List.of("Enclosed: findings.json."))
        : new ReportFiles.Chosen(List.of(), List.of("findings.json is too large to be enclosed."));
  }
}
