package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotClass;
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

/**
 * 203: a content whose VolumeSnapshot does not exist. Needs its cluster only. What Velero may keep
 * for a restore is undecided.
 */
final class ContentWithoutSnapshotObject implements Rule {

  private final Night night;
  private final References references;
  private final Counted counted;
  private final Map<String, VolumeSnapshot> snapshots = new HashMap<>();
  private final Map<Subject, VolumeSnapshotClass> classes = new HashMap<>();

  ContentWithoutSnapshotObject(Night night, References references, Counted counted) {
    this.night = night;
    this.references = references;
    this.counted = counted;
    night
        .inventory()
        .all(ObjectKind.VOLUME_SNAPSHOT, VolumeSnapshot.class)
        .forEach(s -> snapshots.put(key(s.cluster(), s.namespace(), s.name()), s));
    night
        .all(ObjectKind.VOLUME_SNAPSHOT_CLASS, VolumeSnapshotClass.class)
        .forEach(c -> classes.put(c.subject(), c));
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
    Optional<Gap> gap =
        night
            .gap(code(), content.subject())
            .or(() -> references.keptForRestore(Optional.of(content.createdAt())));
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
    classPolicy(content).ifPresent(evidence::add);
    Optional<ZfsSnapshot> backend = backend(content);
    backend.ifPresent(s -> evidence.add("keeps " + s.subject()));
    OptionalLong reclaimable =
        backend.map(s -> reclaimable(s, evidence)).orElse(OptionalLong.empty());
    return Optional.of(
        new Candidate(code(), content.subject(), reclaimable, evidence, content.keep()));
  }

  /** Whoever changed the content's own policy decided what becomes of the snapshot. */
  private Optional<String> classPolicy(VolumeSnapshotContent content) {
    return content
        .snapshotClass()
        .map(name -> Subject.of(content.cluster(), ObjectKind.VOLUME_SNAPSHOT_CLASS, name))
        .flatMap(name -> Optional.ofNullable(classes.get(name)))
        .filter(of -> !of.deletionPolicy().equals(content.deletionPolicy()))
        .map(of -> "its class %s says %s".formatted(of.name(), of.deletionPolicy()));
  }

  private OptionalLong reclaimable(ZfsSnapshot snapshot, List<String> evidence) {
    if (counted.with(Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset()))) {
      evidence.add("its space is counted with its volume, which is reported itself");
      return OptionalLong.of(0);
    }
    int contents = night.join().linksTo(snapshot.subject()).size();
    if (contents > 1) {
      evidence.add("%d contents refer to that snapshot".formatted(contents));
      return OptionalLong.of(0);
    }
    List<String> clones = references.clones(snapshot);
    evidence.addAll(clones);
    return clones.isEmpty() ? snapshot.usage().usedBytes() : OptionalLong.empty();
  }

  private Optional<ZfsSnapshot> backend(VolumeSnapshotContent content) {
    return night
        .join()
        .link(content.subject())
        .map(Link::to)
        .flatMap(to -> night.join().snapshots().find(to.source(), to.name()));
  }
}
