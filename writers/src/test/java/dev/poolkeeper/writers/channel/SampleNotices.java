package dev.poolkeeper.writers.channel;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.NightDigest;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.delivery.Origin;
import dev.poolkeeper.processors.delivery.WeekDigest;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.LookCommand;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.WeeklyReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Notices and digests to send. */
public final class SampleNotices {

  public static final LocalDate NIGHT = LocalDate.parse("2026-02-11");
  public static final String POOL = "nas1/pools/tank";

  private SampleNotices() {}

  public static Origin origin(String job) {
    return new Origin(
        job, 17, "0.1.0", false, Optional.of("https://reports.example.com/2026-02-11/?a=1&b=2"));
  }

  public static NightDigest night(NightlyReport report, int revision) {
    return new NightDigest(origin("nightly"), "key", revision, report);
  }

  public static WeekDigest week(WeeklyReport report) {
    return new WeekDigest(origin("weekly-capacity"), "key", 1, report);
  }

  /** Of a pool that fills. */
  public static Notice pool(NoticeKind kind, Severity severity) {
    return of(kind, severity, finding(FindingCode.POOL_FILLS, severity, POOL, "tank fills up"));
  }

  public static Notice of(NoticeKind kind, Severity severity, ActionLine finding) {
    return new Notice(
        origin("nightly"),
        "key",
        finding.code() + ":" + finding.subject(),
        NIGHT,
        kind,
        severity,
        finding.code() + " " + finding.subject(),
        new Matter.OneFinding(finding),
        kind == NoticeKind.CHANGED ? List.of("severity was warning") : List.of(),
        kind.open() ? Optional.empty() : Optional.of("there is room again"));
  }

  public static ActionLine finding(
      FindingCode code, Severity severity, String subject, String... evidence) {
    return new ActionLine(
        code.code(),
        code.word(),
        severity.word(),
        "persisting",
        subject,
        NIGHT.minusDays(3),
        NIGHT,
        4,
        true,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(evidence),
        "Order disks.",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LookCommand.of(code, Subject.parse(subject)));
  }

  /** What the engine hands over for a first try. */
  public static Parcel parcel(byte[] made, Optional<String> reference) {
    return new Parcel(
        "key", "topic", new String(made, java.nio.charset.StandardCharsets.UTF_8), reference, 1);
  }
}
