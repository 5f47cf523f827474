package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** 203: a content whose VolumeSnapshot does not exist. Needs its cluster only. */
final class ContentWithoutSnapshotObject implements Rule {

  private final Night night;
  private final Map<String, VolumeSnapshot> snapshots = new HashMap<>();

  ContentWithoutSnapshotObject(Night night) {
    this.night = night;
    night
        .inventory()
        .all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class)
        .forEach(s -> snapshots.put(key(s.cluster(), s.namespace(), s.name()), s));
  }

  private static String key(String cluster, String namespace, String name) {
    return cluster + "/" + namespace + "/" + name;
  }

  @Override
  public FindingCode code() {
    return FindingCode.CONTENT_WITHOUT_SNAPSHOT_OBJECT;
  }

  @Override
  public Stream<Verdict> judge() {
    return night
        .inventory()
        .all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)
        .stream()
        .filter(content -> content.deletedAt().isEmpty() && !night.tooYoung(content.createdAt()))
        .flatMap(content -> judge(content).stream());
  }

  private Optional<Verdict> judge(VolumeSnapshotContent content) {
    VolumeSnapshot snapshot =
        snapshots.get(key(content.cluster(), content.snapshotNamespace(), content.snapshotName()));
    boolean same =
        snapshot != null
            && (content.snapshotUid().isEmpty()
                || content.snapshotUid().get().equals(snapshot.uid()));
    if (same) {
      return Optional.empty();
    }
    Optional<Gap> gap = night.gap(code(), content.subject());
    if (gap.isPresent()) {
      return Optional.of(new Undecided(code(), content.subject(), gap.get()));
    }
    String name = content.snapshotNamespace() + "/" + content.snapshotName();
    List<String> evidence = new ArrayList<>();
    evidence.add(
        snapshot == null
            ? "VolumeSnapshot %s does not exist".formatted(name)
            : "VolumeSnapshot %s was made anew under another uid".formatted(name));
    evidence.add("deletionPolicy " + content.deletionPolicy());
    Optional<ZfsSnapshot> backend = backend(content);
    backend.ifPresent(s -> evidence.add("keeps " + s.subject()));
    return Optional.of(
        new Candidate(
            code(),
            content.subject(),
            backend.map(s -> s.usage().usedBytes()).orElse(OptionalLong.empty()),
            evidence,
            content.keep()));
  }

  private Optional<ZfsSnapshot> backend(VolumeSnapshotContent content) {
    return night
        .join()
        .link(content.subject())
        .map(Link::to)
        .filter(to -> to.path().startsWith(ObjectKind.ZFS_SNAPSHOT.plural() + "/"))
        .flatMap(to -> night.join().snapshots().find(to.source(), to.name()));
  }
}
