package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.reconcile.DriverFamily;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 104: a claim without a volume. A Pending claim needs its cluster's StorageClasses, because one
 * that waits for its first consumer is in order.
 */
final class ClaimUnbound implements Rule {

  private final Night night;
  private final ClaimUses uses;
  private final Map<String, StorageClass> classes = new HashMap<>();
  private final Set<String> foreignProvisioners = new HashSet<>();

  ClaimUnbound(Night night, ClaimUses uses) {
    this.night = night;
    this.uses = uses;
    night
        .inventory()
        .all(ObjectKind.STORAGE_CLASS, StorageClass.class)
        .forEach(c -> classes.put(c.cluster() + "/" + c.name(), c));
    Set<String> ours = new HashSet<>();
    for (PersistentVolume volume :
        night.inventory().all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)) {
      boolean foreign = VolumeClass.of(volume.source()).family() == DriverFamily.FOREIGN;
      (foreign ? foreignProvisioners : ours).add(volume.cluster() + "/" + volume.source().driver());
    }
    foreignProvisioners.removeAll(ours);
  }

  @Override
  public FindingCode code() {
    return FindingCode.CLAIM_UNBOUND;
  }

  @Override
  public Stream<Verdict> judge() {
    return night
        .inventory()
        .all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)
        .stream()
        .filter(claim -> claim.deletedAt().isEmpty())
        .flatMap(claim -> judge(claim).stream());
  }

  private Optional<Verdict> judge(PersistentVolumeClaim claim) {
    if (claim.phase().equals("Lost")) {
      String volume = claim.volumeName().orElse("unknown");
      return Optional.of(
          verdict(claim, List.of("phase Lost, volume %s is gone".formatted(volume))));
    }
    boolean restoring = uses.restoredBy(claim.subject()).isPresent();
    if (!claim.phase().equals("Pending") || restoring || night.tooYoung(claim.createdAt())) {
      return Optional.empty();
    }
    Optional<StorageClass> storageClass =
        claim
            .storageClass()
            .flatMap(name -> Optional.ofNullable(classes.get(claim.cluster() + "/" + name)));
    boolean inOrder = storageClass.filter(c -> c.waitsForFirstConsumer() || foreign(c)).isPresent();
    return inOrder ? Optional.empty() : Optional.of(verdict(claim, pending(claim, storageClass)));
  }

  private boolean foreign(StorageClass storageClass) {
    return foreignProvisioners.contains(storageClass.cluster() + "/" + storageClass.provisioner());
  }

  private static List<String> pending(
      PersistentVolumeClaim claim, Optional<StorageClass> storageClass) {
    List<String> evidence = new ArrayList<>();
    evidence.add("phase Pending since " + claim.createdAt());
    String wanted = claim.storageClass().orElse("");
    if (storageClass.isPresent()) {
      evidence.add(
          "StorageClass %s (%s) binds at once".formatted(wanted, storageClass.get().provisioner()));
    } else {
      evidence.add(
          wanted.isEmpty()
              ? "it names no StorageClass"
              : "StorageClass %s does not exist".formatted(wanted));
    }
    return evidence;
  }

  private Verdict verdict(PersistentVolumeClaim claim, List<String> evidence) {
    Optional<Gap> gap = night.gap(code(), claim.subject());
    return gap.isPresent()
        ? new Undecided(code(), claim.subject(), gap.get())
        : new Candidate(code(), claim.subject(), OptionalLong.of(0), evidence, claim.keep());
  }
}
