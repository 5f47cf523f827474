package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.Node;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 108: an attachment whose node or volume is gone. Needs its cluster's nodes and volumes; a cluster
 * that lists no node at all is not believed. Attachments of drivers that keep nothing on a TrueNAS
 * are not judged.
 */
final class AttachmentStale implements Rule {

  private final Night night;
  private final Drivers drivers;
  private final Set<Subject> known = new HashSet<>();
  private final Set<String> clustersWithNodes = new HashSet<>();

  AttachmentStale(Night night, Drivers drivers) {
    this.night = night;
    this.drivers = drivers;
    Stream.concat(
            night.all(ObjectKind.NODE, Node.class).stream(),
            night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream())
        .map(InventoryObject::subject)
        .forEach(known::add);
    night.all(ObjectKind.NODE, Node.class).forEach(node -> clustersWithNodes.add(node.cluster()));
  }

  @Override
  public FindingCode code() {
    return FindingCode.ATTACHMENT_STALE;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.VOLUME_ATTACHMENT, VolumeAttachment.class).stream()
        .filter(attachment -> drivers.onTrueNas(attachment.cluster(), attachment.attacher()))
        .flatMap(attachment -> judge(attachment).stream());
  }

  private Optional<Verdict> judge(VolumeAttachment attachment) {
    String cluster = attachment.cluster();
    List<String> evidence = new ArrayList<>();
    Subject node = Subject.of(cluster, ObjectKind.NODE, attachment.node());
    if (clustersWithNodes.contains(cluster) && !known.contains(node)) {
      evidence.add("node %s does not exist".formatted(attachment.node()));
    }
    attachment
        .volumeName()
        .filter(name -> !known.contains(Subject.of(cluster, ObjectKind.PERSISTENT_VOLUME, name)))
        .ifPresent(name -> evidence.add("PersistentVolume %s does not exist".formatted(name)));
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    evidence.add(
        "attacher %s, attached: %s".formatted(attachment.attacher(), attachment.attached()));
    return Optional.of(night.verdict(code(), attachment.subject(), evidence, attachment.keep()));
  }
}
