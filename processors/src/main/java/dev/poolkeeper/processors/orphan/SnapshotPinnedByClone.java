package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 205: a snapshot destroyed with defer that a clone keeps alive. Needs its NAS only. Temporary
 * snapshots of drivers live like that by design; what has no content and was not destroyed is 202.
 */
final class SnapshotPinnedByClone implements Rule {

  private final Night night;
  private final References references;

  SnapshotPinnedByClone(Night night, References references) {
    this.night = night;
    this.references = references;
  }

  @Override
  public FindingCode code() {
    return FindingCode.SNAPSHOT_PINNED_BY_CLONE;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
        .filter(snapshot -> snapshot.destroyPending() && !TemporaryName.of(snapshot))
        .flatMap(snapshot -> judge(snapshot).stream());
  }

  private Optional<Verdict> judge(ZfsSnapshot snapshot) {
    List<String> clones = references.clones(snapshot);
    if (clones.isEmpty()) {
      return Optional.empty();
    }
    List<String> evidence = new ArrayList<>();
    evidence.add("destroyed with defer, so it goes when nothing needs it any more");
    evidence.addAll(clones);
    return Optional.of(
        night.verdict(
            new Candidate(
                code(),
                snapshot.subject(),
                OptionalLong.empty(),
                evidence,
                CsiMarks.keep(snapshot)),
            Optional.empty()));
  }
}
