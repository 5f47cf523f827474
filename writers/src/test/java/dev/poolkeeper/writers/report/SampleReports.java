package dev.poolkeeper.writers.report;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT;
import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.finding.FindingCode.HELD_BY_GUARD;
import static dev.poolkeeper.processors.finding.FindingCode.INVENTORY_INCOMPLETE;
import static dev.poolkeeper.processors.finding.FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_STUCK_RELEASED;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_WITHOUT_BACKEND;
import static dev.poolkeeper.writers.report.SampleFindings.GIB;
import static dev.poolkeeper.writers.report.SampleFindings.NIGHT;
import static dev.poolkeeper.writers.report.SampleFindings.confirmed;
import static dev.poolkeeper.writers.report.SampleFindings.group;
import static dev.poolkeeper.writers.report.SampleFindings.uuid;
import static dev.poolkeeper.writers.report.SampleFindings.waiting;
import static dev.poolkeeper.writers.report.SampleFindings.with;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.report.Changes;
import dev.poolkeeper.processors.report.CoverageLine;
import dev.poolkeeper.processors.report.ExceptionLine;
import dev.poolkeeper.processors.report.FindingGroup;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.HistoryLine;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.ProposalFacts;
import dev.poolkeeper.processors.report.ProtectionFacts;
import dev.poolkeeper.processors.report.Reclaimable;
import dev.poolkeeper.processors.report.RetentionFacts;
import dev.poolkeeper.processors.report.SourceLine;
import dev.poolkeeper.processors.report.SourceScoreLine;
import dev.poolkeeper.processors.report.SourceScoreLine.CostLine;
import dev.poolkeeper.processors.report.WithheldLine;
import dev.poolkeeper.writers.chart.SampleCourses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nights of all kinds, to render and to look at. */
public final class SampleReports {

  private static final String DATASETS = "nas1/datasets/tank/k8s/vols/pvc-";

  private SampleReports() {}

  /** A few findings of several kinds; a person must look. */
  public static NightlyReport busy() {
    FindingLine lost =
        confirmed(
            VOLUME_WITHOUT_BACKEND,
            "prod-a/persistentvolumes/pvc-" + uuid(1),
            4,
            OptionalLong.empty(),
            "expected tank/k8s/vols/pvc-%s on nas1; it is not there".formatted(uuid(1)),
            "pool tank is imported and its datasets were read completely",
            "bound to claim shop/data-postgres-0");
    List<FindingLine> leftovers = IntStream.range(2, 9).mapToObj(SampleReports::leftover).toList();
    FindingLine kept =
        with(
            leftover(40),
            "excepted",
            Optional.of("excepted until 2026-12-31: kept for audit (storage-team)"));
    FindingLine fresh =
        waiting(
            BACKEND_WITHOUT_VOLUME,
            DATASETS + uuid(9),
            1,
            OptionalLong.of(5 * GIB / 2),
            "carries democratic-csi's mark democratic-csi:csi_volume_name");
    FindingLine stuck =
        confirmed(
            VOLUME_STUCK_RELEASED,
            "prod-b/persistentvolumes/pvc-" + uuid(12),
            41,
            OptionalLong.empty(),
            "phase Released, reclaim policy Retain",
            "was bound to claim media/library");
    FindingLine unrestorable =
        confirmed(
            SNAPSHOT_OBJECT_WITHOUT_BACKEND,
            "prod-a/volumesnapshotcontents/snapcontent-" + uuid(14),
            3,
            OptionalLong.empty(),
            "snapshotHandle pvc-%s@snapshot-%s is not on nas1".formatted(uuid(3), uuid(14)));
    FindingLine pinned =
        waiting(
            BACKEND_SNAPSHOT_WITHOUT_CONTENT,
            "nas1/snapshots/tank/k8s/vols/pvc-%s@snapshot-%s".formatted(uuid(4), uuid(16)),
            2,
            OptionalLong.of(700 << 20),
            "made by democratic-csi for VolumeSnapshot shop/before-upgrade");
    return report(
        NightVerdict.CRITICAL,
        87,
        OptionalInt.of(-4),
        List.of(
            "1 volume has lost its dataset",
            "1 snapshot object cannot be restored, its ZFS snapshot is gone",
            "7 datasets are used by no volume",
            "1 volume is stuck without a claim",
            "2 findings are still to be confirmed by further nights"),
        new Changes(
            Optional.of(NIGHT.minusDays(1)),
            List.of(fresh),
            List.of(unrestorable),
            List.of(),
            List.of(with(leftover(30), "resolved", Optional.empty())),
            10,
            0),
        SampleActions.reclaimable(),
        List.of(lost, unrestorable, leftovers.get(0), leftovers.get(1), stuck),
        List.of(
            group(VOLUME_WITHOUT_BACKEND, List.of(lost)),
            group(
                BACKEND_WITHOUT_VOLUME,
                Stream.concat(leftovers.stream(), Stream.of(fresh, kept)).toList()),
            group(VOLUME_STUCK_RELEASED, List.of(stuck)),
            group(SNAPSHOT_OBJECT_WITHOUT_BACKEND, List.of(unrestorable)),
            group(BACKEND_SNAPSHOT_WITHOUT_CONTENT, List.of(pinned))),
        coverage("complete", List.of()));
  }

  private static FindingLine leftover(int seed) {
    return confirmed(
        BACKEND_WITHOUT_VOLUME,
        DATASETS + uuid(seed),
        60 - seed,
        seed == 5 ? OptionalLong.empty() : OptionalLong.of(GIB * 220 / seed),
        "carries democratic-csi's mark democratic-csi:csi_volume_name",
        "no PersistentVolume of prod-a or prod-b leads to it",
        seed == 5 ? "clone tank/k8s/vols/restore-7 shares its space" : "no clone, no session");
  }

  /** Nothing to tell, on the first night. */
  public static NightlyReport quiet() {
    return report(
        NightVerdict.OK,
        100,
        OptionalInt.empty(),
        List.of("Nothing asks for attention"),
        new Changes(Optional.empty(), List.of(), List.of(), List.of(), List.of(), 0, 0),
        new Reclaimable(0, 0, 0, 0),
        List.of(),
        List.of(),
        coverage("complete", List.of()));
  }

  /** The snapshot list of the NAS was refused, so verdicts are withheld. */
  public static NightlyReport incomplete() {
    FindingLine gap =
        confirmed(
            INVENTORY_INCOMPLETE,
            "nas1",
            1,
            OptionalLong.empty(),
            "nas1/snapshots: pool.snapshot.query answered 403 for user poolkeeper");
    FindingLine distrusted =
        confirmed(
            HELD_BY_GUARD,
            "prod-b",
            1,
            OptionalLong.empty(),
            "prod-b/volumesnapshots has 0 rows, 31 the night before");
    FindingLine held =
        with(
            leftover(3),
            "undecided",
            Optional.of("nas1/snapshots was not read completely, so clones cannot be ruled out"));
    return report(
        NightVerdict.INCOMPLETE,
        96,
        OptionalInt.of(0),
        List.of(
            "nas1 could not be read completely, so verdicts that need it are withheld",
            "1 dataset is used by no volume"),
        new Changes(
            Optional.of(NIGHT.minusDays(1)), List.of(gap), List.of(), List.of(), List.of(), 0, 1),
        new Reclaimable(73 * GIB, 0, 0, 1),
        List.of(gap, held),
        List.of(
            group(BACKEND_WITHOUT_VOLUME, List.of(held)),
            group(INVENTORY_INCOMPLETE, List.of(gap)),
            group(HELD_BY_GUARD, List.of(distrusted))),
        coverage(
            "failed", List.of("pool.snapshot.query answered 403 for user poolkeeper; grant READ")));
  }

  /** 100,000 findings of one code, of which a report lists some, all of them new. */
  public static NightlyReport huge() {
    List<FindingLine> lines =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    waiting(
                        BACKEND_WITHOUT_VOLUME,
                        DATASETS + uuid(i),
                        1,
                        OptionalLong.of(i * GIB),
                        "no PersistentVolume of prod-a or prod-b leads to it"))
            .toList();
    return report(
        NightVerdict.ATTENTION,
        12,
        OptionalInt.of(-81),
        List.of("100000 findings are still to be confirmed by further nights"),
        new Changes(
            Optional.of(NIGHT.minusDays(1)), lines, List.of(), List.of(), List.of(), 31_415, 0),
        new Reclaimable(0, 1_999_000 * GIB, 0, 17),
        lines.subList(0, 5),
        List.of(group(BACKEND_WITHOUT_VOLUME, lines, 100_000)),
        coverage("complete", List.of()));
  }

  /** The busy night with a hostile or odd name in every place that takes one. */
  public static NightlyReport named(String name) {
    FindingLine line =
        with(
            confirmed(
                BACKEND_WITHOUT_VOLUME, "nas1/datasets/" + name, 5, OptionalLong.of(GIB), name),
            "persisting",
            Optional.of(name));
    NightlyReport base = busy();
    return new NightlyReport(
        base.schemaVersion(),
        name,
        false,
        base.date(),
        base.capturedAt(),
        base.verdict(),
        base.score(),
        base.scoreDelta(),
        List.of(name),
        new Changes(Optional.empty(), List.of(line), List.of(), List.of(), List.of(), 0, 0),
        base.reclaimable(),
        List.of(SampleActions.of(line, Optional.of(new Owner(name, name)))),
        List.of(new SourceLine(name, "nas", name, name, name, 1, List.of(name))),
        base.nights(),
        base.history(),
        Map.of(name, 3L),
        List.of(group(BACKEND_WITHOUT_VOLUME, List.of(line))),
        List.of(pool(name, name, OptionalLong.empty())),
        SampleSpace.named(name),
        List.of(SampleCourses.named(name)),
        List.of(new CoverageLine(name + "/datasets", "partial", 1, 0, 1, List.of(name))),
        List.of(new WithheldLine("incomplete", name, name, "PK102", name, 9, List.of(name))),
        List.of(
            new SourceScoreLine(
                name,
                "nas",
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                0,
                Optional.of(name),
                List.of())),
        List.of(
            new ExceptionLine(
                List.of("PK102"),
                "dataset " + name,
                name,
                Optional.of(name),
                Optional.empty(),
                "in-force",
                1)),
        SampleProtection.named(name),
        SampleRetention.named(name),
        SampleProposals.named(name),
        List.of(SampleActions.fills(name)),
        SampleActions.counts(List.of(line)),
        Map.of(name, name));
  }

  /** The same night, made up. */
  public static NightlyReport demo(NightlyReport report) {
    return new NightlyReport(
        report.schemaVersion(),
        report.version(),
        true,
        report.date(),
        report.capturedAt(),
        report.verdict(),
        report.score(),
        report.scoreDelta(),
        report.headlines(),
        report.changes(),
        report.reclaimable(),
        report.topActions(),
        report.sources(),
        report.nights(),
        report.history(),
        report.volumesByConfidence(),
        report.groups(),
        report.pools(),
        report.space(),
        report.courses(),
        report.coverage(),
        report.withheld(),
        report.scores(),
        report.exceptions(),
        report.protection(),
        report.retention(),
        report.proposals(),
        report.fullDates(),
        report.counts(),
        report.policy());
  }

  private static NightlyReport report(
      NightVerdict verdict,
      int score,
      OptionalInt delta,
      List<String> headlines,
      Changes changes,
      Reclaimable reclaimable,
      List<FindingLine> actions,
      List<FindingGroup> groups,
      List<CoverageLine> coverage) {
    return new NightlyReport(
        NightlyReport.SCHEMA_VERSION,
        "0.1.0",
        false,
        NIGHT,
        Instant.parse("2026-02-11T02:00:04Z"),
        verdict,
        score,
        delta,
        headlines,
        changes,
        reclaimable,
        SampleActions.of(actions),
        List.of(
            new SourceLine(
                "prod-a", "cluster", uuid(101), "v1.33.4", "Kubernetes v1.33.4", 23, List.of()),
            new SourceLine(
                "prod-b",
                "cluster",
                uuid(102),
                "v1.31.9+openshift",
                "Kubernetes v1.31.9",
                22,
                List.of()),
            new SourceLine(
                "nas1",
                "nas",
                uuid(103),
                "TrueNAS-SCALE-25.04.2",
                "JSON-RPC, TrueNAS-25.04.2",
                21,
                List.of(
                    "TLS of nas1 is not verified (insecure): anybody on the way could read the API"
                        + " key"))),
        changes.comparedWith().isPresent() ? 63 : 1,
        List.of(
            new HistoryLine("rebuilt", 212, LocalDate.of(2025, 7, 14)),
            new HistoryLine("prometheus", 1, LocalDate.of(2026, 2, 10))),
        Map.of(
            "confirmed", 128L, "probable", 4L, "referenced", 2L, "absent", 1L, "out-of-scope", 9L),
        groups,
        List.of(
            pool("nas1/pools/tank", "ONLINE", OptionalLong.of(3_210 * GIB)),
            pool("nas1/pools/fast", "DEGRADED", OptionalLong.empty())),
        SampleSpace.busy(),
        List.of(SampleCourses.named("nas1/pools/tank")),
        coverage,
        verdict == NightVerdict.INCOMPLETE ? withheld() : List.of(),
        scores(verdict),
        groups.isEmpty() ? List.of() : exceptions(),
        groups.isEmpty() ? ProtectionFacts.NONE : SampleProtection.busy(),
        groups.isEmpty() ? RetentionFacts.NONE : SampleRetention.busy(),
        groups.isEmpty() ? ProposalFacts.NONE : SampleProposals.named("tank/k8s/pvc-1"),
        groups.isEmpty() ? List.of() : SampleActions.fullDates(),
        SampleActions.counts(groups.stream().flatMap(g -> g.findings().stream()).toList()),
        Map.of(
            "orphans.grace", "24h",
            "orphans.confirm-runs", "3",
            "guards.max-drop-ratio", "0.3"));
  }

  private static List<WithheldLine> withheld() {
    return List.of(
        new WithheldLine(
            "incomplete",
            "nas1/snapshots",
            "nas1/snapshots: failed",
            BACKEND_WITHOUT_VOLUME.code(),
            BACKEND_WITHOUT_VOLUME.word(),
            7,
            IntStream.range(1, 6).mapToObj(seed -> DATASETS + uuid(seed)).toList()));
  }

  private static List<SourceScoreLine> scores(NightVerdict verdict) {
    boolean seen = verdict != NightVerdict.INCOMPLETE;
    boolean calm = verdict == NightVerdict.OK;
    return List.of(
        score(
            "prod-a",
            "cluster",
            calm ? 100 : 88,
            calm ? "A" : "B",
            calm ? List.of() : List.of(cost(VOLUME_WITHOUT_BACKEND, "critical", 1, 2.39))),
        score("prod-b", "cluster", 100, "A", List.of()),
        seen
            ? score(
                "nas1",
                "nas",
                calm ? 100 : 73,
                calm ? "A" : "C",
                calm
                    ? List.of()
                    : List.of(
                        cost(FindingCode.POOL_UNHEALTHY, "critical", 1, 20),
                        cost(FindingCode.SCRUB_OVERDUE, "warning", 1, 4),
                        cost(BACKEND_WITHOUT_VOLUME, "warning", 7, 1.7),
                        cost(BACKEND_SNAPSHOT_WITHOUT_CONTENT, "warning", 2, 0.49),
                        cost(FindingCode.TARGET_SHARED, "warning", 1, 0.04)))
            : new SourceScoreLine(
                "nas1",
                "nas",
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                412,
                Optional.of("nas1/snapshots: failed"),
                List.of()));
  }

  private static SourceScoreLine score(
      String source, String side, int score, String grade, List<CostLine> costs) {
    return new SourceScoreLine(
        source,
        side,
        OptionalInt.of(score),
        Optional.of(grade),
        OptionalInt.of(score == 100 ? 0 : -4),
        Optional.of(NIGHT.minusDays(1)),
        400,
        Optional.empty(),
        costs);
  }

  private static CostLine cost(FindingCode code, String severity, int findings, double points) {
    return new CostLine(code.code(), code.word(), severity, findings, points);
  }

  private static List<ExceptionLine> exceptions() {
    return List.of(
        exception("PK102", "dataset tank/k8s/vols/legacy-*", "2026-12-31", "in-force", 1),
        exception("PK105", "namespace media, label team=*", "2026-03-01", "expiring", 4),
        exception("2xx", "nas nas1, dataset tank/old/**", "2026-01-31", "expired", 2),
        new ExceptionLine(
            List.of("PK103", "PK104"),
            "claim shop/import-*",
            "the importer makes and drops them",
            Optional.empty(),
            Optional.empty(),
            "stale",
            0));
  }

  private static ExceptionLine exception(
      String code, String match, String until, String state, int findings) {
    return new ExceptionLine(
        List.of(code),
        match,
        "kept for audit",
        Optional.of("storage-team"),
        Optional.of(LocalDate.parse(until)),
        state,
        findings);
  }

  private static PoolLine pool(String subject, String status, OptionalLong snapshots) {
    return PoolLine.of(
        new PoolLine.Health(status, snapshots, OptionalLong.of(36_000 * GIB), 412, 18_233),
        SampleSpace.pool(
            subject, snapshots.isEmpty() ? OptionalLong.empty() : OptionalLong.of(9_800 * GIB)));
  }

  private static List<CoverageLine> coverage(String snapshots, List<String> problems) {
    return List.of(
        new CoverageLine("prod-a/persistentvolumes", "complete", 96, 0, 41, List.of()),
        new CoverageLine("prod-a/persistentvolumeclaims", "complete", 95, 0, 38, List.of()),
        new CoverageLine("prod-a/volumesnapshotcontents", "complete", 211, 0, 77, List.of()),
        new CoverageLine("prod-b/persistentvolumes", "complete", 48, 0, 22, List.of()),
        new CoverageLine("prod-b/persistentvolumeclaims", "complete", 48, 0, 19, List.of()),
        new CoverageLine("nas1/datasets", "complete", 412, 0, 390, List.of()),
        new CoverageLine("nas1/pools", "complete", 2, 0, 12, List.of()),
        new CoverageLine(
            "nas1/snapshots",
            snapshots,
            problems.isEmpty() ? 18_233 : 0,
            problems.isEmpty() ? 18_021 : 0,
            2_417,
            problems));
  }
}
