package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 112: a dataset or ZFS snapshot that was reported, went, and is back although it was created
 * before it went. Needs our own history; without it nothing is said. What was made anew has a new
 * creation, a snapshot that replication brought back a new transaction group: neither is meant, nor
 * is what something in a cluster refers to again.
 */
final class DeletionDidNotHold implements Rule {

  private record Present(
      Optional<Instant> createdAt, OptionalLong createTxg, boolean used, Optional<String> keep) {

    boolean madeElsewhen(OptionalLong txg) {
      return createTxg.isPresent() && txg.isPresent() && !createTxg.equals(txg);
    }
  }

  private final Night night;
  private final References references;
  private final Map<Subject, Disappearance> latest = new HashMap<>();

  DeletionDidNotHold(Night night, References references, List<Disappearance> history) {
    this.night = night;
    this.references = references;
    history.forEach(gone -> latest.merge(gone.subject(), gone, DeletionDidNotHold::later));
  }

  private static Disappearance later(Disappearance one, Disappearance other) {
    int order = one.missedAt().compareTo(other.missedAt());
    return order > 0 || (order == 0 && one.code().compareTo(other.code()) <= 0) ? one : other;
  }

  @Override
  public FindingCode code() {
    return FindingCode.DELETION_DID_NOT_HOLD;
  }

  @Override
  public Stream<Verdict> judge() {
    return latest.values().stream().flatMap(gone -> judge(gone).stream());
  }

  private Optional<Verdict> judge(Disappearance gone) {
    Optional<Present> present =
        present(gone.subject())
            .filter(there -> !there.used() && !there.madeElsewhen(gone.createTxg()));
    Optional<Instant> createdAt = present.flatMap(Present::createdAt);
    return createdAt
        .filter(created -> !created.isAfter(gone.lastSeenAt()))
        .map(
            created ->
                night.verdict(
                    code(),
                    gone.subject(),
                    List.of(
                        "reported as %s until %s".formatted(gone.code().code(), gone.lastSeenAt()),
                        "not there at " + gone.missedAt(),
                        "there again, created %s: the same object".formatted(created)),
                    present.flatMap(Present::keep)));
  }

  private Optional<Present> present(Subject subject) {
    boolean snapshot = subject.path().startsWith(ObjectKind.ZFS_SNAPSHOT.plural() + "/");
    return snapshot
        ? night.join().snapshots().find(subject.source(), subject.name()).map(this::present)
        : night.join().dataset(subject).map(this::present);
  }

  private Present present(ZfsSnapshot snapshot) {
    return new Present(
        snapshot.createdAt(),
        snapshot.createTxg(),
        references.to(snapshot).isPresent(),
        CsiMarks.keep(snapshot));
  }

  private Present present(Dataset dataset) {
    return new Present(
        dataset.createdAt(),
        OptionalLong.empty(),
        references.to(dataset).isPresent(),
        CsiMarks.keep(dataset));
  }
}
