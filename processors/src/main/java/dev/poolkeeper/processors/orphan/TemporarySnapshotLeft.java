package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 206: a driver's temporary snapshot that nothing was, or is, made from. Needs every registered
 * cluster, where a clone may still be under way, and the NAS. Only on datasets that are a
 * registered cluster's.
 */
final class TemporarySnapshotLeft implements Rule {

  /** A copy of a large volume takes hours; whatever the grace, a day is allowed for it. */
  private static final Duration LONGEST_COPY = Duration.ofHours(24);

  private final Night night;
  private final References references;
  private final Counted counted;
  private final FormerClusters former;

  TemporarySnapshotLeft(
      Night night, References references, Counted counted, FormerClusters former) {
    this.night = night;
    this.references = references;
    this.counted = counted;
    this.former = former;
  }

  @Override
  public FindingCode code() {
    return FindingCode.TEMPORARY_SNAPSHOT_LEFT;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
        .filter(TemporaryName::of)
        .filter(snapshot -> snapshot.createdAt().filter(this::longAgo).isPresent())
        .filter(snapshot -> !snapshot.destroyPending() && !snapshot.held().orElse(false))
        .filter(this::ours)
        .filter(snapshot -> references.clones(snapshot).isEmpty() && !underWay(snapshot))
        .map(this::say);
  }

  private boolean longAgo(Instant createdAt) {
    return !createdAt.plus(LONGEST_COPY).isAfter(night.asOf()) && !night.tooYoung(createdAt);
  }

  private boolean ours(ZfsSnapshot snapshot) {
    Subject dataset = dataset(snapshot);
    boolean copy =
        night.join().dataset(dataset).flatMap(night.join().replicas()::reason).isPresent();
    return !copy && (!night.join().linksTo(dataset).isEmpty() || counted.orphaned(dataset));
  }

  private static Subject dataset(ZfsSnapshot snapshot) {
    return Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
  }

  /** A cluster knows what it was taken for, and its dataset is not there yet. */
  private boolean underWay(ZfsSnapshot snapshot) {
    NasIndex nas = night.join().nas(snapshot.nas());
    return TemporaryName.madeFor(snapshot)
        .filter(name -> references.named(name).isPresent() && nas.withLeaf(name).isEmpty())
        .isPresent();
  }

  private Verdict say(ZfsSnapshot snapshot) {
    List<String> evidence = new ArrayList<>();
    evidence.add("created %s".formatted(snapshot.createdAt().orElseThrow()));
    evidence.add(
        TemporaryName.madeFor(snapshot)
            .map(name -> "taken to make %s, and nothing is a clone of it".formatted(name))
            .orElse("taken for a clone, and nothing is a clone of it"));
    boolean elsewhere = counted.with(dataset(snapshot));
    if (elsewhere) {
      evidence.add("its space is counted with its dataset, which is reported itself");
    }
    OptionalLong bytes = elsewhere ? OptionalLong.of(0) : snapshot.usage().usedBytes();
    return night.verdict(
        new Candidate(code(), snapshot.subject(), bytes, evidence, CsiMarks.keep(snapshot)),
        references.replicationBase(snapshot).or(() -> former.doubt(dataset(snapshot))));
  }
}
