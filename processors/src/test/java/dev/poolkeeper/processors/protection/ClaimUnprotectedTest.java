package dev.poolkeeper.processors.protection;

import static dev.poolkeeper.processors.protection.ProtectedEstate.daysAgo;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 307: what is told, on whom, and how loudly. */
class ClaimUnprotectedTest {

  private static final ProtectionPolicy ASKED =
      new ProtectionPolicy(
          List.of(
              new ProtectionRule(
                  SubjectMatch.ALL, Limit.parse("24h"), Optional.empty(), Optional.empty())));

  private static List<String> said(ProtectedEstate estate, ProtectionPolicy policy) {
    return estate.verdicts(policy).stream()
        .map(
            verdict ->
                verdict.subject() + " " + ((Candidate) verdict).severity().orElseThrow().word())
        .toList();
  }

  private static List<String> evidence(Verdict verdict) {
    return ((Candidate) verdict).evidence();
  }

  @Test
  void clusterWithoutAnyCopyIsToldOnce() {
    ProtectedEstate estate = ProtectedEstate.of("a", "b").claim("shop", "c");

    assertThat(said(estate, ProtectionPolicy.DEFAULT)).containsExactly("prod-a info");
    assertThat(evidence(estate.verdicts(ProtectionPolicy.DEFAULT).get(0)))
        .contains(
            "no claim of the cluster has a copy",
            "3 have no copy at all, 0 one that is too old",
            "prod-a/persistentvolumeclaims/media/a: no snapshot");
  }

  @Test
  void namespaceWithoutAnyIsToldOnceWhereOthersAreProtected() {
    ProtectedEstate estate =
        ProtectedEstate.of("a")
            .snapshot("a", "s", daysAgo(1))
            .claim("shop", "b")
            .claim("shop", "c");

    assertThat(said(estate, ProtectionPolicy.DEFAULT))
        .containsExactly("prod-a/namespaces/shop info");
  }

  @Test
  void claimIsToldByItselfWhereItsSiblingsAreProtected() {
    ProtectedEstate estate = ProtectedEstate.of("a", "b").snapshot("a", "s", daysAgo(1));

    assertThat(said(estate, ProtectionPolicy.DEFAULT))
        .containsExactly("prod-a/persistentvolumeclaims/media/b info");
  }

  @Test
  void manyOfANamespaceAreToldOnce() {
    String[] claims =
        IntStream.rangeClosed(0, ClaimUnprotected.SINGLY)
            .mapToObj(n -> "c" + n)
            .toArray(String[]::new);
    ProtectedEstate estate =
        ProtectedEstate.of(claims).claim("media", "d").snapshot("d", "s", daysAgo(1));

    assertThat(said(estate, ProtectionPolicy.DEFAULT))
        .containsExactly("prod-a/namespaces/media info");
    assertThat(evidence(estate.verdicts(ProtectionPolicy.DEFAULT).get(0)))
        .contains("6 of its 7 claims are not protected within their RPO")
        .contains("and 1 more: poolkeeper protection");
  }

  @Test
  void whoAskedIsToldLouder() {
    ProtectedEstate estate =
        ProtectedEstate.of("late", "never", "fine")
            .snapshot("late", "s", daysAgo(2))
            .snapshot("fine", "s", daysAgo(1));

    assertThat(said(estate, ASKED))
        .containsExactly(
            "prod-a/persistentvolumeclaims/media/late warning",
            "prod-a/persistentvolumeclaims/media/never critical");
  }

  @Test
  void taskThatShouldCoverItMakesItAWarning() {
    ProtectedEstate estate =
        ProtectedEstate.of("a", "b").task(true).snapshot("a", "auto-1", daysAgo(1));

    assertThat(said(estate, ProtectionPolicy.DEFAULT))
        .containsExactly("prod-a/persistentvolumeclaims/media/b warning");
    assertThat(evidence(estate.verdicts(ProtectionPolicy.DEFAULT).get(0)))
        .contains("covered by nas1/snapshot-tasks/3", "look at the state of nas1/snapshot-tasks/3");
  }

  @Test
  void evidenceHasAgesSourcesAndTheCommand() {
    ProtectedEstate estate =
        ProtectedEstate.of("a", "b").snapshot("a", "s", daysAgo(1)).snapshot("b", "s", daysAgo(9));

    assertThat(evidence(estate.verdicts(ProtectionPolicy.DEFAULT).get(0)))
        .containsExactly(
            "newest snapshot is 9 d old, at most 8 d are asked for",
            "asked for: a snapshot every 8 d, a copy elsewhere every none, by the default",
            "it stands on nas1/datasets/tank/k8s/pvc-media-b",
            "newest snapshot: any 9 d old (2026-02-02T02:00:00Z); of a periodic task none; of a"
                + " VolumeSnapshot none",
            "no enabled periodic task covers it",
            "a task of its own, on nas1: midclt call pool.snapshottask.create '{\"dataset\":"
                + " \"tank/k8s/pvc-media-b\", \"recursive\": false, \"naming_schema\":"
                + " \"auto-%Y-%m-%d_%H-%M\", \"lifetime_value\": 2, \"lifetime_unit\": \"WEEK\","
                + " \"schedule\": {\"minute\": \"0\", \"hour\": \"0\"}}'");
  }

  @Test
  void disabledTaskThatWouldCoverItIsNamed() {
    ProtectedEstate estate =
        ProtectedEstate.of("a", "b").task(false).snapshot("a", "s", daysAgo(1));

    assertThat(evidence(estate.verdicts(ProtectionPolicy.DEFAULT).get(0)))
        .anyMatch(
            words ->
                words.contains("nas1/snapshot-tasks/3 would cover it and is disabled")
                    && words.contains("pool.snapshottask.update 3"));
  }

  @Test
  void lateReplicaNamesItsTask() {
    ProtectedEstate estate =
        ProtectedEstate.of("a", "b")
            .pushes()
            .snapshot("a", "s", daysAgo(1))
            .replica("a", "s", daysAgo(1))
            .snapshot("b", "old", daysAgo(9))
            .snapshot("b", "s", daysAgo(1))
            .replica("b", "old", daysAgo(9));

    assertThat(said(estate, ProtectionPolicy.DEFAULT))
        .containsExactly("prod-a/persistentvolumeclaims/media/b warning");
    assertThat(evidence(estate.verdicts(ProtectionPolicy.DEFAULT).get(0)))
        .contains(
            "look at why nas1/replication-tasks/1 does not go through; to run it on nas1: midclt"
                + " call replication.run 1");
  }

  @Test
  void whoOptedOutIsNotTold() {
    ProtectedEstate estate =
        ProtectedEstate.of("a")
            .snapshot("a", "s", daysAgo(1))
            .claim("media", "cache", LONG_AGO, Optional.empty(), Optional.of("none"));

    assertThat(estate.verdicts(ProtectionPolicy.DEFAULT)).isEmpty();
  }

  @Test
  void severityNeedsNoCopyAtAllToBeCritical() {
    ProtectedEstate estate = ProtectedEstate.of("a").snapshot("a", "s", daysAgo(300));

    assertThat(said(estate, ASKED))
        .containsExactly("prod-a/persistentvolumeclaims/media/a " + Severity.WARNING.word());
  }
}
