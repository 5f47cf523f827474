package dev.poolkeeper.processors.anomaly.watch;

import static dev.poolkeeper.processors.anomaly.watch.Watching.GIB;
import static dev.poolkeeper.processors.anomaly.watch.Watching.date;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnomalyVerdictsTest {

  private static Night night(InventoryBuilder builder) {
    Inventory inventory = builder.build();
    return new Night(
        inventory,
        Reconciler.reconcile(inventory),
        new Completeness(inventory, Map.of()),
        OrphanPolicy.DEFAULT);
  }

  private static InventoryBuilder complete() {
    return anInventory().read("prod-a", ObjectKind.VOLUME_STATS, CaptureStatus.COMPLETE);
  }

  private static List<Verdict> find(Anomaly... anomalies) {
    return AnomalyVerdicts.find(night(complete()), List.of(anomalies));
  }

  private static String line(Verdict verdict) {
    String line = verdict.code().code() + " " + verdict.subject();
    return verdict instanceof Candidate candidate
        ? line + " " + candidate.severity().map(Severity::word).orElse("?")
        : "undecided " + line;
  }

  private static Anomaly volume(String name, AnomalyKind kind) {
    return FleetWeighingTest.anomaly(Watching.volume(name), kind, date(9), 140);
  }

  private static Anomaly claim(String name, AnomalyKind kind) {
    return FleetWeighingTest.anomaly(Watching.claim(name), kind, date(9), 140);
  }

  private static Anomaly count(String subject) {
    return FleetWeighingTest.anomaly(Watching.count(subject), AnomalyKind.PILE_UP, date(9), 140);
  }

  private static Anomaly ofFleet(Anomaly anomaly, Severity severity) {
    return anomaly.weighed(severity, 40, List.of());
  }

  @Test
  void aVolumeAndItsClaimThatSayTheSameAreOne() {
    List<Verdict> verdicts =
        find(claim("data", AnomalyKind.GROWTH), volume("data", AnomalyKind.LEAK));

    assertThat(verdicts)
        .extracting(AnomalyVerdictsTest::line)
        .containsExactly("PK501 nas1/datasets/tank/data info");
  }

  @Test
  void aClaimThatSaysItAloneIsTheSubject() {
    assertThat(find(claim("data", AnomalyKind.SHRINK), volume("data", AnomalyKind.GROWTH)))
        .extracting(AnomalyVerdictsTest::line)
        .containsExactly(
            "PK501 nas1/datasets/tank/data info",
            "PK502 prod-a/persistentvolumeclaims/media/data info");
  }

  @Test
  void ofSnapshotsTheSmallestPlaceIsNamed() {
    Anomaly dataset =
        FleetWeighingTest.anomaly(
            new WatchedSeries(
                Watching.count("nas1/datasets/tank/data").key(),
                dev.poolkeeper.processors.history.SeriesKind.COUNT,
                Watching.volume("data").place()),
            AnomalyKind.PILE_UP,
            date(9),
            140);

    assertThat(find(count("nas1"), count("nas1/pools/tank"), dataset))
        .extracting(AnomalyVerdictsTest::line)
        .containsExactly("PK504 nas1/datasets/tank/data info");
    assertThat(find(count("nas1"), count("nas1/pools/tank")))
        .extracting(AnomalyVerdictsTest::line)
        .containsExactly("PK504 nas1/pools/tank info");
  }

  @Test
  void manyAlikeAreOneVerdictOnTheirSourceAsBadAsTheWorst() {
    List<Anomaly> anomalies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      anomalies.add(ofFleet(volume("v" + i, AnomalyKind.SHRINK), Severity.INFO));
    }
    anomalies.add(ofFleet(volume("worst", AnomalyKind.SHRINK), Severity.CRITICAL));
    List<Verdict> verdicts = find(anomalies.toArray(Anomaly[]::new));

    assertThat(verdicts)
        .extracting(AnomalyVerdictsTest::line)
        .containsExactly("PK502 nas1 critical");
    assertThat(((Candidate) verdicts.get(0)).evidence().get(0))
        .startsWith("6 of 40 volumes alarm alike (shrink), on 2026-01-10");
    assertThat(((Candidate) verdicts.get(0)).evidence()).hasSize(4);
  }

  @Test
  void aLevelThatStayedIsToldAsAShift() {
    assertThat(find(volume("data", AnomalyKind.GROWTH).thatStayed(true)))
        .extracting(AnomalyVerdictsTest::line)
        .containsExactly("PK505 nas1/datasets/tank/data info");
  }

  @Test
  void whatIsExpectedIsExempt() {
    Candidate candidate =
        (Candidate)
            find(volume("data", AnomalyKind.GROWTH)
                    .expectedBecause(Optional.of("expected: import (eve)")))
                .get(0);

    assertThat(candidate.exemption()).contains("expected: import (eve)");
  }

  @Test
  void nothingIsSaidOfASourceThatWasNotReadCompletely() {
    Night partly = night(complete().read("nas1", ObjectKind.DATASET, CaptureStatus.PARTIAL));
    List<Anomaly> alike =
        List.of(ofFleet(volume("v", AnomalyKind.GROWTH), Severity.INFO), count("nas1/pools/tank"));

    assertThat(AnomalyVerdicts.find(partly, List.of(volume("data", AnomalyKind.SHRINK))))
        .singleElement()
        .isInstanceOf(Undecided.class);
    assertThat(AnomalyVerdicts.find(partly, alike)).allMatch(Undecided.class::isInstance);
    assertThat(
            AnomalyVerdicts.find(
                night(complete().read("prod-a", ObjectKind.VOLUME_STATS, CaptureStatus.FAILED)),
                List.of(claim("data", AnomalyKind.SHRINK))))
        .allMatch(Undecided.class::isInstance);
  }

  @Test
  void orderOfTheInputDoesNotMatter() {
    Anomaly one = volume("data", AnomalyKind.GROWTH);
    Anomaly two = claim("data", AnomalyKind.GROWTH);

    assertThat(find(one, two)).isEqualTo(find(two, one));
    assertThat(one.alarm().move()).isEqualTo(40 * GIB);
  }
}
