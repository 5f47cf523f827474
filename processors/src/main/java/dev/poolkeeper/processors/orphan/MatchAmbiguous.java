package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.reconcile.Confidence;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 111: a volume or content that fits several ZFS objects. Needs its cluster and every NAS, for what
 * was not read could have decided.
 */
final class MatchAmbiguous implements Rule {

  private final Night night;
  private final Set<Subject> explained;

  /**
   * @param explained volumes of which another rule says what is wrong
   */
  MatchAmbiguous(Night night, Set<Subject> explained) {
    this.night = night;
    this.explained = Set.copyOf(explained);
  }

  @Override
  public FindingCode code() {
    return FindingCode.MATCH_AMBIGUOUS;
  }

  @Override
  public Stream<Verdict> judge() {
    return Stream.concat(
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
            .filter(volume -> volume.deletedAt().isEmpty())
            .flatMap(volume -> judge(volume, volume.keep())),
        night.all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class).stream()
            .filter(content -> content.deletedAt().isEmpty())
            .flatMap(content -> judge(content, content.keep())));
  }

  private Stream<Verdict> judge(InventoryObject object, Optional<String> keep) {
    List<Link> links =
        night.join().linksFrom(object.subject()).stream()
            .filter(link -> link.confidence() == Confidence.AMBIGUOUS)
            .toList();
    if (links.size() < 2 || explained.contains(object.subject())) {
      return Stream.empty();
    }
    List<String> evidence =
        links.stream()
            .map(link -> "%s: %s".formatted(link.to(), String.join(", ", link.evidence())))
            .sorted()
            .toList();
    return Stream.of(night.verdict(code(), object.subject(), evidence, keep));
  }
}
