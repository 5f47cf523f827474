package dev.poolkeeper.tests.channel.ticket;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.delivery.Origin;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.ProposalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Notices as the engine makes them. */
public final class Notices {

  /** Hash of a plan, and of another. */
  public static final String PLAN =
      "3f2a9c0d1e2b4455667788990011223344556677889900112233445566778899";

  public static final String OTHER_PLAN =
      "aa2a9c0d1e2b4455667788990011223344556677889900112233445566778899";

  private static final LocalDate NIGHT = LocalDate.parse("2026-02-11");
  private static final Origin ORIGIN =
      new Origin("nightly", 12, "1.0", false, Optional.of("https://reports.example.com/12"));

  private Notices() {}

  /** About a dataset without a volume; a change says why. */
  public static Notice finding(NoticeKind kind, String key, Severity severity) {
    return of(
        kind,
        key,
        "PK102/nas1/tank/k8s/pvc-1",
        severity,
        "PK102 tank/k8s/pvc-1 on nas1: dataset without a volume",
        new Matter.OneFinding(line("tank/k8s/pvc-1", List.of("no PersistentVolume names it"))));
  }

  /** About one of those datasets, told within the group of all of them. */
  public static Notice member(NoticeKind kind, String key, int number) {
    String name = "tank/k8s/pvc-" + number;
    return of(
        kind,
        key,
        "PK102/nas1/" + name,
        Severity.WARNING,
        "PK102 %s on nas1: dataset without a volume".formatted(name),
        new Matter.OneFinding(line(name, List.of()), Optional.of("PK102@nas1")));
  }

  /** About so many datasets together. */
  public static Notice many(NoticeKind kind, String key, int count) {
    return of(
        kind,
        key,
        "PK102@nas1",
        Severity.WARNING,
        count + " datasets on nas1 without a volume",
        new Matter.ManyFindings(
            IntStream.range(0, count).mapToObj(n -> line("tank/k8s/pvc-" + n, List.of())).toList(),
            0));
  }

  /** About a dataset whose evidence says something. */
  public static Notice saying(String title, List<String> evidence) {
    return of(
        NoticeKind.OPENED,
        "k/hostile",
        "PK102/nas1/hostile",
        Severity.WARNING,
        title,
        new Matter.OneFinding(line("tank/k8s/{code}*x*", evidence)));
  }

  /** About a cleanup that waits. */
  public static Notice proposal(NoticeKind kind, String key, String planHash) {
    return of(
        kind,
        key,
        "proposal:P-17",
        Severity.INFO,
        "P-17 waits for approval: destroy tank/k8s/pvc-1 on nas1",
        new Matter.OneProposal(
            new ProposalLine(
                "P-17",
                "PK102",
                "orphaned-dataset",
                "waiting",
                "quarantine",
                "manual",
                "dataset nas1/tank/k8s/pvc-1",
                Instant.parse("2026-02-11T03:00:00Z"),
                List.of("quarantine: remove the share /mnt/tank/k8s/pvc-1"),
                List.of(),
                OptionalLong.of(1L << 30),
                OptionalLong.of(1L << 30),
                planHash,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private static Notice of(
      NoticeKind kind, String key, String topic, Severity severity, String title, Matter matter) {
    return new Notice(
        ORIGIN,
        key,
        topic,
        NIGHT,
        kind,
        severity,
        title,
        matter,
        kind == NoticeKind.CHANGED ? List.of("severity was another") : List.of(),
        kind.open() ? Optional.empty() : Optional.of("it was not seen on a complete night"));
  }

  private static ActionLine line(String subject, List<String> evidence) {
    return new ActionLine(
        "PK102",
        "orphaned-dataset",
        "warning",
        "confirmed",
        subject,
        NIGHT.minusDays(3),
        NIGHT,
        4,
        true,
        OptionalLong.of(5L << 30),
        Optional.empty(),
        Optional.empty(),
        evidence,
        "look whether anybody needs it",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
