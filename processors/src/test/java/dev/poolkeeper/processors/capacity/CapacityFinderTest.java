package dev.poolkeeper.processors.capacity;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anEstate;
import static dev.poolkeeper.processors.support.OutlookBuilder.anOutlook;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.capacity.CapacityTrends.SnapshotsBefore;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit.Origin;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.OutlookBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityFinderTest {

  private static final long GIB = 1L << 30;
  private static final String POOL = "nas1/pools/tank";
  private static final String PV = "prod-a/persistentvolumes/pvc-a";
  private static final String CLAIM = "prod-a/persistentvolumeclaims/media/a";
  private static final String VOLUME = "nas1/datasets/tank/k8s/pvc-a";

  /** A pool of that much, with one volume of 10 GiB of which 4 are written. */
  private static InventoryBuilder estate(DatasetBuilder root, DatasetBuilder volume) {
    return anEstate()
        .cluster("prod-a")
        .nas("nas1")
        .pool("tank", "ONLINE")
        .dataset(root)
        .parent("tank/k8s")
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(volume.marked("pvc-a"));
  }

  private static InventoryBuilder estate(long used, long available) {
    return estate(
        aDataset("tank").used(used).available(available),
        aDataset("tank/k8s/pvc-a").used(4 * GIB).parts(0, 0, 0).capacity(10 * GIB));
  }

  private static List<Verdict> judge(InventoryBuilder builder, SeriesOutlook... outlooks) {
    return judge(builder, List.of(), outlooks);
  }

  private static List<Verdict> judge(
      InventoryBuilder builder, List<SnapshotsBefore> before, SeriesOutlook... outlooks) {
    Inventory inventory = builder.build();
    Night night =
        new Night(
            inventory,
            Reconciler.reconcile(inventory),
            new Completeness(inventory, Map.of()),
            OrphanPolicy.DEFAULT);
    return CapacityFinder.find(
        night, new CapacityTrends(CapacityPolicy.DEFAULT, List.of(outlooks), before));
  }

  /** {@code WARNING PK401 nas1/pools/tank}, with a ? where it is undecided. */
  private static List<String> said(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(
            verdict ->
                verdict instanceof Candidate candidate
                    ? "%s %s %s"
                        .formatted(
                            candidate.severity().orElseThrow(),
                            candidate.code().code(),
                            candidate.subject())
                    : verdict.code().code() + "? " + verdict.subject())
        .toList();
  }

  private static List<String> evidence(List<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(v -> v instanceof Candidate c ? c.evidence().stream() : Stream.empty())
        .toList();
  }

  private static OutlookBuilder pool(double used) {
    return anOutlook(POOL).filled(used * GIB, 100 * GIB, Origin.POOL);
  }

  @ParameterizedTest
  @CsvSource({
    "60, .5,  .9, 1,   CRITICAL",
    "60, .49, .9, 1,   WARNING",
    "60, 0,   .3, .4,  WARNING",
    "60, 0,   .29, .5, INFO",
    "95, 0,   0,  0,   CRITICAL",
    "94.9, 0, .3, .4,  WARNING"
  })
  void severityFollowsProbabilityAndLevel(
      double used, double within7, double within30, double within90, String severity) {
    SeriesOutlook outlook = pool(used).full(within7, within30, within90).build();

    assertThat(said(judge(estate(60 * GIB, 40 * GIB), outlook)))
        .containsExactly(severity + " PK401 nas1/pools/tank");
  }

  @Test
  void poolThatHardlyFillsIsNotSaid() {
    assertThat(judge(estate(60 * GIB, 40 * GIB), pool(60).full(.1, .29, .49).build())).isEmpty();
    assertThat(judge(estate(60 * GIB, 40 * GIB), pool(60).build())).isEmpty();
    assertThat(judge(estate(60 * GIB, 40 * GIB))).isEmpty();
  }

  @Test
  void evidenceTellsLevelProbabilitiesDatesReasonErrorAndGap() {
    assertThat(evidence(judge(estate(60 * GIB, 40 * GIB), pool(60).full(.02, .41, .88).build())))
        .containsExactly(
            "60 % full: 60 GiB of 100 GiB, what the pool has for data",
            "full within 7 days with 2 %, within 30 days with 41 %, within 90 days with 88 %",
            "likely between 2026-03-03 and 2026-04-22 (80 %)",
            "new capacity had to be ordered by 2026-01-17, 25 days ago",
            "grows 1 GiB a day",
            "such forecasts of it were off by a median of 1 GiB, 15 to 30 days ahead",
            "its volumes use 4 GiB of the 60 GiB with their snapshots; 56 GiB is everything else");
  }

  @Test
  void nearlyFullPoolIsSaidWithoutAForecastToo() {
    List<Verdict> verdicts =
        judge(estate(60 * GIB, 40 * GIB), pool(97).notForecast(Outcome.NOT_ENOUGH_HISTORY).build());

    assertThat(said(verdicts)).containsExactly("CRITICAL PK401 nas1/pools/tank");
    assertThat(evidence(verdicts)).contains("not forecast: not enough history");
  }

  @Test
  void whatWasNotMeasuredLatelyIsNeitherFullNorFine() {
    List<Verdict> verdicts =
        judge(estate(60 * GIB, 40 * GIB), pool(97).notForecast(Outcome.NOT_MEASURED).build());

    assertThat(said(verdicts)).containsExactly("PK401? nas1/pools/tank");
    assertThat(((Undecided) verdicts.get(0)).gap().kind()).isEqualTo(Gap.Kind.STALE);
  }

  @Test
  void poolOfWhichNothingIsReadIsUndecided() {
    InventoryBuilder half =
        estate(60 * GIB, 40 * GIB).read("nas1", ObjectKind.DATASET, CaptureStatus.PARTIAL);

    assertThat(said(judge(half, pool(60).full(.9, 1, 1).build())))
        .containsExactly("PK401? nas1/pools/tank");
  }

  @ParameterizedTest
  @CsvSource({"80, 20, WARNING", "89, 11, WARNING", "90, 10, CRITICAL", "100, 0, CRITICAL"})
  void levelExactlyAtAThresholdIsOverIt(long used, long available, String severity) {
    assertThat(said(judge(estate(used * GIB, available * GIB))))
        .contains(severity + " PK405 nas1/pools/tank");
  }

  @Test
  void levelBelowTheThresholdIsNotSaid() {
    assertThat(judge(estate(79 * GIB, 21 * GIB))).isEmpty();
  }

  @Test
  void levelIsARemarkWhereTheForecastSaysIt() {
    List<Verdict> verdicts = judge(estate(92 * GIB, 8 * GIB), pool(92).full(0, .4, .9).build());

    assertThat(said(verdicts))
        .containsExactly("WARNING PK401 nas1/pools/tank", "INFO PK405 nas1/pools/tank");
  }

  @Test
  void poolOfUnknownOrNoSizeHasNoLevel() {
    assertThat(said(judge(estate(aDataset("tank").usedUnknown(), aDataset("tank/k8s/pvc-a")))))
        .containsExactly("PK405? nas1/pools/tank");
    assertThat(said(judge(estate(0, 0)))).contains("PK405? nas1/pools/tank");
  }

  @Test
  void volumeIsJudgedOnceByTheWorseOfItsForecasts() {
    SeriesOutlook byClaim =
        anOutlook(CLAIM)
            .of(SeriesKind.CLAIM, Measure.FILLED)
            .ofVolume(PV, CLAIM, VOLUME)
            .filled(9 * GIB, 10 * GIB, Origin.FILE_SYSTEM)
            .full(.1, .35, .9)
            .build();
    SeriesOutlook byQuota =
        anOutlook(VOLUME)
            .of(SeriesKind.VOLUME, Measure.LIVE)
            .ofVolume(PV, CLAIM, VOLUME)
            .filled(8 * GIB, 10 * GIB, Origin.QUOTA)
            .full(0, .1, .6)
            .build();
    for (List<SeriesOutlook> order :
        List.of(List.of(byClaim, byQuota), List.of(byQuota, byClaim))) {
      List<Verdict> verdicts =
          judge(estate(60 * GIB, 40 * GIB), order.toArray(new SeriesOutlook[0]));
      assertThat(said(verdicts)).containsExactly("WARNING PK402 " + PV);
      assertThat(evidence(verdicts))
          .contains("90 % full: 9 GiB of 10 GiB, the size of its file system")
          .contains("its claim is " + CLAIM, "it is on " + VOLUME);
    }
  }

  @Test
  void volumeWithoutALimitIsNotJudged() {
    SeriesOutlook zvol =
        anOutlook(VOLUME)
            .of(SeriesKind.VOLUME, Measure.LIVE)
            .ofVolume(PV, CLAIM, VOLUME)
            .filled(10 * GIB, 0, Origin.QUOTA)
            .build();

    assertThat(judge(estate(60 * GIB, 40 * GIB), zvol)).isEmpty();
  }

  @Test
  void labelThatSilencesAlarmsExceptsAndKeepingDoesNot() {
    SeriesOutlook full =
        anOutlook(VOLUME)
            .of(SeriesKind.VOLUME, Measure.LIVE)
            .ofVolume(PV, CLAIM, VOLUME)
            .filled(10 * GIB, 10 * GIB, Origin.QUOTA)
            .build();
    InventoryBuilder silenced =
        estate(60 * GIB, 40 * GIB)
            .volume(aVolume("pvc-b").keep("label excluded-from-alerts=true"))
            .volume(aVolume("pvc-c").keep("annotation poolkeeper.dev/keep=true"));

    assertThat(exemption(silenced, full, "pvc-b")).contains("label excluded-from-alerts=true");
    assertThat(exemption(silenced, full, "pvc-c")).isEmpty();
  }

  private static Optional<String> exemption(
      InventoryBuilder estate, SeriesOutlook of, String volume) {
    SeriesOutlook other =
        anOutlook("nas1/datasets/tank/k8s/" + volume)
            .of(SeriesKind.VOLUME, Measure.LIVE)
            .ofVolume("prod-a/persistentvolumes/" + volume, CLAIM, VOLUME)
            .filled(of.known().lastValue().orElseThrow(), 10 * GIB, Origin.QUOTA)
            .build();
    return ((Candidate) judge(estate, other).get(0)).exemption();
  }

  @Test
  void parentThatFillsItsQuotaIsNoVolume() {
    SeriesOutlook parent =
        anOutlook("nas1/datasets/tank/k8s")
            .of(SeriesKind.DATASET, Measure.USED)
            .filled(19 * GIB, 20 * GIB, Origin.QUOTA)
            .build();
    InventoryBuilder replicated =
        anEstate()
            .cluster("prod-a")
            .nas("nas1")
            .pool("tank")
            .dataset(aDataset("tank/k8s").readOnly());

    assertThat(said(judge(replicated, parent)))
        .doesNotContain("CRITICAL PK403 " + parent.key().subject());

    assertThat(said(judge(estate(60 * GIB, 40 * GIB), parent)))
        .containsExactly("CRITICAL PK403 nas1/datasets/tank/k8s");
  }

  @Test
  void promiseBeyondWhatIsThereIsARemarkAndAWarningInAFullPool() {
    assertThat(said(judge(estate(10 * GIB, 5 * GIB)))).containsExactly("INFO PK404 " + POOL);
    assertThat(said(judge(estate(40 * GIB, 5 * GIB))))
        .containsExactly("WARNING PK404 " + POOL, "WARNING PK405 " + POOL);
    // what may still be taken is exactly what is there
    assertThat(judge(estate(10 * GIB, 6 * GIB))).isEmpty();
  }

  @Test
  void promiseSaysWhatIsMissing() {
    assertThat(evidence(judge(estate(10 * GIB, 5 * GIB))))
        .containsExactly(
            "if every claim fills, 1 GiB are missing: its one volume may still take 6 GiB, and 5"
                + " GiB are available",
            "the pool is full once they have taken 83 % of that, if nothing else grows",
            "promised are 10 GiB, 0.67 times what it has for data");
  }

  @Test
  void promiseIsUndecidedWhileAClusterIsNotReadWhole() {
    InventoryBuilder half =
        estate(10 * GIB, 5 * GIB)
            .read("prod-a", ObjectKind.PERSISTENT_VOLUME, CaptureStatus.PARTIAL);

    assertThat(said(judge(half))).containsExactly("PK404? " + POOL);
  }

  @Test
  void snapshotsThatPushAPoolOverItsThresholdAreAWarning() {
    InventoryBuilder pushed =
        estate(
            aDataset("tank").used(85 * GIB).available(15 * GIB),
            aDataset("tank/k8s/pvc-a").used(20 * GIB).parts(10 * GIB, 0, 0).capacity(10 * GIB));
    List<Verdict> verdicts =
        judge(pushed).stream().filter(v -> v.code().code().equals("PK407")).toList();

    assertThat(said(verdicts)).containsExactly("WARNING PK407 " + POOL);
    assertThat(evidence(verdicts))
        .containsExactly(
            "snapshots hold 10 GiB, 12 % of what is used",
            "it is 85 % full, and would be 75 % full without them", VOLUME + ": 10 GiB");
  }

  /** The datasets whose snapshots hold most come first, and what they held before is told. */
  @Test
  void snapshotsAreHeldAgainstWhatTheyHeldBefore() {
    InventoryBuilder two =
        estate(
                aDataset("tank").used(20 * GIB).available(80 * GIB),
                aDataset("tank/k8s/pvc-a").used(12 * GIB).parts(5 * GIB, 0, 0))
            .dataset(aDataset("tank/other").used(9 * GIB).parts(8 * GIB, 0, 0))
            .dataset(aDataset("tank/none").used(GIB).parts(0, 0, 0));
    Subject pool = Subject.parse(POOL);
    LocalDate day = LocalDate.of(2020, 1, 1);
    List<String> more = evidence(judge(two, List.of(new SnapshotsBefore(pool, day, 9 * GIB))));
    assertThat(more).anyMatch(l -> l.startsWith("on 2020-01-01 they held 9 GiB: more by 4 GiB "));
    assertThat(more).noneMatch(line -> line.contains("tank/none"));
    assertThat(more.indexOf("nas1/datasets/tank/other: 8 GiB"))
        .isPositive()
        .isLessThan(more.indexOf(VOLUME + ": 5 GiB"));
    assertThat(evidence(judge(two, List.of(new SnapshotsBefore(pool, day, 15 * GIB)))))
        .anyMatch(line -> line.contains("they held 15 GiB: less by 2 GiB within"));
  }

  @Test
  void snapshotsThatHoldMostAreARemarkAndLessAreNothing() {
    DatasetBuilder root = aDataset("tank").used(20 * GIB).available(80 * GIB);

    assertThat(
            said(
                judge(
                    estate(root, aDataset("tank/k8s/pvc-a").used(12 * GIB).parts(11 * GIB, 0, 0)))))
        .containsExactly("INFO PK407 " + POOL);
    assertThat(judge(estate(root, aDataset("tank/k8s/pvc-a").used(12 * GIB).parts(10 * GIB, 0, 0))))
        .isEmpty();
  }

  @Test
  void onlyWhatCanMakeAVerdictIsKept() {
    assertThat(CapacityTrends.matter(pool(10).build())).isTrue();
    OutlookBuilder volume =
        anOutlook(VOLUME).of(SeriesKind.VOLUME, Measure.LIVE).filled(GIB, 10 * GIB, Origin.QUOTA);
    assertThat(CapacityTrends.matter(volume.build())).isFalse();
    assertThat(CapacityTrends.matter(volume.full(0, 0, .06).build())).isTrue();
    assertThat(Subject.parse(VOLUME)).isEqualTo(volume.build().key().subject());
  }
}
