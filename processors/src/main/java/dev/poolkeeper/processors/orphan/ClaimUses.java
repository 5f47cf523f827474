package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who uses a claim, or would as soon as it runs: pods, what makes pods, attachments, and add-ons
 * that keep or copy its data without a pod.
 */
final class ClaimUses {

  /** A StatefulSet's claim ends in the number of its pod. */
  private static final Pattern ORDINAL = Pattern.compile("-\\d+$");

  private final Map<Subject, String> byClaim = new HashMap<>();

  /** Claims of StatefulSet templates, without their number. */
  private final Map<Subject, String> byTemplate = new HashMap<>();

  private final Map<Subject, String> byVolume = new HashMap<>();

  /** Claims whose data a restore is still fetching. */
  private final Map<Subject, String> restoring = new HashMap<>();

  ClaimUses(Night night) {
    for (Pod pod : night.all(ObjectKind.POD, Pod.class)) {
      note(pod, pod.namespace(), pod.claims());
    }
    for (StatefulSet set : night.all(ObjectKind.STATEFUL_SET, StatefulSet.class)) {
      note(set, set.namespace(), set.claims());
      for (String template : set.claimTemplates()) {
        put(byTemplate, claim(set, set.namespace(), template + "-" + set.name()), set);
      }
    }
    for (ObjectKind kind : Workload.KINDS) {
      for (Workload workload : night.all(kind, Workload.class)) {
        note(workload, workload.namespace(), workload.claims());
      }
    }
    for (ObjectKind kind : AddOnObject.KINDS) {
      for (AddOnObject object : night.all(kind, AddOnObject.class)) {
        note(object);
      }
    }
    for (VolumeAttachment attachment :
        night.all(ObjectKind.VOLUME_ATTACHMENT, VolumeAttachment.class)) {
      attachment
          .volumeName()
          .ifPresent(name -> put(byVolume, volume(attachment, name), attachment));
    }
  }

  private void note(AddOnObject object) {
    for (String name : object.claims()) {
      Subject claim = Subject.of(object.cluster(), ObjectKind.PERSISTENT_VOLUME_CLAIM, name);
      put(byClaim, claim, object);
      if (object.kind() == ObjectKind.DATA_DOWNLOAD) {
        put(restoring, claim, object);
      }
    }
  }

  private void note(InventoryObject user, String namespace, List<String> claims) {
    claims.forEach(name -> put(byClaim, claim(user, namespace, name), user));
  }

  private static void put(Map<Subject, String> uses, Subject used, InventoryObject user) {
    uses.merge(used, user.subject().toString(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  private static Subject claim(InventoryObject user, String namespace, String name) {
    return Subject.of(
        user.subject().source(), ObjectKind.PERSISTENT_VOLUME_CLAIM, namespace + "/" + name);
  }

  private static Subject volume(InventoryObject user, String name) {
    return Subject.of(user.subject().source(), ObjectKind.PERSISTENT_VOLUME, name);
  }

  /** Who has the claim in its volumes, or names it otherwise; empty when nobody does. */
  Optional<String> mountedBy(Subject claim) {
    return Optional.ofNullable(byClaim.get(claim));
  }

  /** The restore that has yet to fetch the claim's data; empty when none has. */
  Optional<String> restoredBy(Subject claim) {
    return Optional.ofNullable(restoring.get(claim));
  }

  /** Who uses the claim; empty when nobody does. */
  Optional<String> of(PersistentVolumeClaim claim) {
    Subject stem =
        Subject.of(
            claim.cluster(),
            ObjectKind.PERSISTENT_VOLUME_CLAIM,
            claim.namespace() + "/" + ORDINAL.matcher(claim.name()).replaceFirst(""));
    return Stream.of(
            mountedBy(claim.subject()),
            Optional.ofNullable(byTemplate.get(stem)),
            claim.volumeName().map(name -> byVolume.get(volume(claim, name))))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
