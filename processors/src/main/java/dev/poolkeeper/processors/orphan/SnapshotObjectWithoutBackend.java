package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.reconcile.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** 201: a content whose snapshot is not where its handle says. Needs its cluster and every NAS. */
final class SnapshotObjectWithoutBackend implements Rule {

  private final Night night;

  SnapshotObjectWithoutBackend(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND;
  }

  /** Every system matters: the volume may be found on another than its address says. */
  private Optional<Gap> gap(VolumeSnapshotContent content, Match.Absent absent) {
    Completeness known = night.completeness();
    return known
        .gap(
            content.cluster(),
            Completeness.and(Completeness.CLUSTER, List.of(ObjectKind.VOLUME_SNAPSHOT_CONTENT)))
        .or(() -> known.gapInAnyNas(known.estate().nas(), Completeness.NAS))
        .or(() -> known.gapInAnyNas(absent.nas(), absent.protocol().parts()))
        .or(() -> hiddenPool(absent));
  }

  @Override
  public Stream<Verdict> judge() {
    return night
        .inventory()
        .all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)
        .stream()
        .filter(content -> content.deletedAt().isEmpty())
        .flatMap(content -> judge(content).stream());
  }

  private Optional<Verdict> judge(VolumeSnapshotContent content) {
    Match match = night.join().match(content.subject()).orElseThrow();
    if (match instanceof Match.Unresolved unresolved) {
      Gap gap =
          night.gap(code(), content.subject()).orElseGet(() -> Gap.unresolved(unresolved.reason()));
      return Optional.of(new Undecided(code(), content.subject(), gap));
    }
    if (!(match instanceof Match.Absent absent)) {
      return Optional.empty();
    }
    Optional<Gap> gap = gap(content, absent);
    if (gap.isPresent()) {
      return Optional.of(new Undecided(code(), content.subject(), gap.get()));
    }
    List<String> evidence = new ArrayList<>(absent.evidence());
    evidence.add(
        "VolumeSnapshot %s/%s, ready: %s"
            .formatted(content.snapshotNamespace(), content.snapshotName(), content.ready()));
    return Optional.of(
        new Candidate(code(), content.subject(), OptionalLong.of(0), evidence, content.keep()));
  }

  private Optional<Gap> hiddenPool(Match.Absent absent) {
    return absent.nas().stream()
        .flatMap(nas -> night.join().nas(nas).pools().stream())
        .filter(pool -> !pool.readable())
        .filter(pool -> absent.pool().isEmpty() || absent.pool().equals(pool.name()))
        .map(
            pool ->
                new Gap(
                    Gap.Kind.INCOMPLETE,
                    pool.nas() + "/snapshots",
                    "pool %s is %s".formatted(pool.name(), pool.status())))
        .findFirst();
  }
}
