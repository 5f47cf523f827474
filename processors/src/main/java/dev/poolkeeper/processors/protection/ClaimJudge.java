package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.protection.ReplicaSearch.Replicas;
import dev.poolkeeper.processors.protection.ReplicationRoutes.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds all that is known of one claim's copies against what is asked of it. */
final class ClaimJudge {

  /**
   * What is known of a claim's copies.
   *
   * @param copies those elsewhere
   * @param missing why there may be others
   */
  private record Seen(SnapshotTimes times, List<Copy> copies, Optional<String> missing) {}

  private final Night night;
  private final SnapshotFacts snapshots;
  private final ReplicaSearch replicas;
  private final Backups backups;

  /** What is missing by cluster: it is the same for all claims of one. */
  private final Map<String, Optional<String>> gaps = new HashMap<>();

  ClaimJudge(Night night, SnapshotFacts snapshots, ReplicaSearch replicas, Backups backups) {
    this.night = night;
    this.snapshots = snapshots;
    this.replicas = replicas;
    this.backups = backups;
  }

  /**
   * Judges one claim.
   *
   * @param doubt why it may stand on another dataset
   */
  ClaimProtection judge(
      PersistentVolumeClaim claim,
      Subject dataset,
      Objective objective,
      List<Route> routes,
      Optional<String> doubt) {
    List<SnapshotTask> tasks = snapshots.covering(dataset);
    SnapshotTimes times = snapshots.of(claim, dataset, tasks);
    Replicas copies = replicas.of(dataset, routes);
    List<Copy> known =
        Stream.concat(copies.copies().stream(), backups.of(claim.subject()).stream()).toList();
    Optional<Copy> elsewhere = known.stream().max(Copy.BY_AGE);
    Optional<String> missing = gap(claim).or(() -> doubt);
    Standing onSnapshots = onSnapshots(claim, objective, new Seen(times, known, missing));
    Standing onElsewhere = onElsewhere(claim, objective, copies, new Seen(times, known, missing));
    return new ClaimProtection(
        claim.subject(),
        claim.storageClass(),
        Optional.of(dataset),
        objective,
        times,
        elsewhere,
        onSnapshots.protection(),
        onElsewhere.protection(),
        reason(claim, objective, onSnapshots, onElsewhere, copies),
        tasks.stream().map(SnapshotTask::subject).toList(),
        routes.stream()
            .map(Route::task)
            .filter(ReplicationTask::enabled)
            .map(ReplicationTask::subject)
            .toList());
  }

  /** A backup or a replica that was looked at is as good as a snapshot; one that is told may be. */
  private Standing onSnapshots(PersistentVolumeClaim claim, Objective objective, Seen seen) {
    SnapshotTimes times = seen.times();
    List<Copy> copies = seen.copies();
    Optional<String> doubt =
        seen.missing()
            .or(
                () ->
                    times.undated() > 0
                        ? Optional.of(times.undated() + " of its snapshots tell no time")
                        : Optional.empty());
    return Standing.of(
        "snapshot",
        objective.snapshots(),
        new Standing.Known(
            SnapshotTimes.later(times.newest(), newest(copies, false).map(Copy::at)),
            Optional.empty(),
            newest(
                Stream.concat(copies.stream(), backups.possible(claim.subject()).stream()).toList(),
                true),
            doubt),
        claim.createdAt(),
        night.asOf());
  }

  private static Optional<Copy> newest(List<Copy> copies, boolean told) {
    return copies.stream().filter(copy -> (copy.how() == Copy.How.TOLD) == told).max(Copy.BY_AGE);
  }

  private Standing onElsewhere(
      PersistentVolumeClaim claim, Objective objective, Replicas copies, Seen seen) {
    return Standing.of(
        "copy elsewhere",
        objective.elsewhere(),
        new Standing.Known(
            seen.copies().stream().max(Copy.BY_AGE).map(Copy::at),
            copies.notLater(),
            backups.possible(claim.subject()),
            seen.missing().or(() -> copies.doubts().stream().findFirst())),
        claim.createdAt(),
        night.asOf());
  }

  private Optional<String> gap(PersistentVolumeClaim claim) {
    return gaps.computeIfAbsent(
        claim.cluster(),
        cluster -> night.gap(FindingCode.CLAIM_UNPROTECTED, claim.subject()).map(Gap::reason));
  }

  private String reason(
      PersistentVolumeClaim claim,
      Objective objective,
      Standing onSnapshots,
      Standing onElsewhere,
      Replicas copies) {
    boolean asked =
        onSnapshots.protection() != Protection.NOT_ASKED
            || onElsewhere.protection() != Protection.NOT_ASKED;
    boolean optedOut = objective.snapshots().equals(Limit.NONE) && onSnapshots.reason().isEmpty();
    Stream<String> standing =
        asked || !optedOut
            ? Stream.of(onSnapshots.reason(), onElsewhere.reason())
            : Stream.of(objective.by());
    Stream<String> remarks =
        onElsewhere.protection().bad() ? copies.remarks().stream() : Stream.empty();
    return Stream.of(standing, remarks, ProtectionPolicy.misspelt(claim).stream())
        .flatMap(words -> words)
        .filter(words -> !words.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
