package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.NasVersion;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshotClass;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import dev.poolkeeper.processors.reconcile.DriverFamily;
import dev.poolkeeper.processors.reconcile.NasIndex;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 605: a class with a known trap, as far as its volumes show it: the driver's own settings are in a
 * Secret and are never read. Needs its cluster's classes and volumes and every NAS.
 */
final class RiskyParameter implements Rule {

  private static final int DELETES_CLONES = 26;

  private final Night night;
  private final Provisioned provisioned;

  /** Systems that tell the quota of any file system, so that none means that none is set. */
  private final Set<String> tellingQuotas = new HashSet<>();

  private final Set<String> deletingClones = new HashSet<>();

  RiskyParameter(Night night, Provisioned provisioned) {
    this.night = night;
    this.provisioned = provisioned;
    for (String nas : night.completeness().estate().nas()) {
      NasIndex index = night.join().nas(nas);
      if (index.datasets().stream().anyMatch(d -> fileSystem(d) && limited(d))) {
        tellingQuotas.add(nas);
      }
    }
    night.all(ObjectKind.NAS_SYSTEM, NasSystem.class).stream()
        .filter(
            s -> NasVersion.of(s.version()).filter(v -> v.major() >= DELETES_CLONES).isPresent())
        .forEach(system -> deletingClones.add(system.nas()));
  }

  private static boolean fileSystem(Dataset dataset) {
    return dataset.type() == DatasetType.FILESYSTEM;
  }

  private static boolean limited(Dataset dataset) {
    return dataset.usage().capacityBytes().isPresent();
  }

  @Override
  public FindingCode code() {
    return FindingCode.RISKY_PARAMETER;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<Subject, List<PersistentVolume>> volumes = provisioned.byClass();
    return night.all(ObjectKind.STORAGE_CLASS, StorageClass.class).stream()
        .flatMap(c -> judge(c, volumes.getOrDefault(c.subject(), List.of())).stream());
  }

  private Optional<Verdict> judge(StorageClass storageClass, List<PersistentVolume> volumes) {
    List<String> evidence =
        Stream.of(templateNames(storageClass, volumes), withoutQuota(volumes), clones(volumes))
            .flatMap(Optional::stream)
            .toList();
    return evidence.isEmpty()
        ? Optional.empty()
        : Optional.of(
            night.verdict(
                code(),
                storageClass.subject(),
                Stream.concat(evidence.stream(), snapshotsGo(storageClass)).toList(),
                Optional.empty()));
  }

  /** No trap by itself, but worth knowing where there is one: Retain does not hold snapshots. */
  private Stream<String> snapshotsGo(StorageClass storageClass) {
    return night.all(ObjectKind.VOLUME_SNAPSHOT_CLASS, VolumeSnapshotClass.class).stream()
        .filter(of -> storageClass.reclaimPolicy().equals("Retain"))
        .filter(of -> of.cluster().equals(storageClass.cluster()))
        .filter(of -> of.driver().equals(storageClass.provisioner()))
        .filter(of -> of.deletionPolicy().equals("Delete"))
        .map(VolumeSnapshotClass::name)
        .sorted()
        .map(
            name ->
                "its volumes are retained, but snapshots of class %s go with their namespace"
                    .formatted(name));
  }

  private Optional<String> templateNames(
      StorageClass storageClass, List<PersistentVolume> volumes) {
    if (!storageClass.reclaimPolicy().equals("Retain")) {
      return Optional.empty();
    }
    return volumes.stream()
        .filter(v -> VolumeClass.of(v.source()).family() == DriverFamily.DEMOCRATIC_CSI)
        .filter(volume -> provisioned.dataset(volume).isPresent())
        .flatMap(volume -> volume.source().attribute("iqn").filter(i -> !bears(i, volume)).stream())
        .findFirst()
        .map(
            iqn ->
                "reclaim policy Retain, and targets are not named after their volume: %s"
                    .formatted(iqn));
  }

  private static boolean bears(String iqn, PersistentVolume volume) {
    String target = iqn.toLowerCase(Locale.ROOT);
    return target.contains(volume.source().handle().toLowerCase(Locale.ROOT))
        || target.contains(volume.name().toLowerCase(Locale.ROOT));
  }

  private Optional<String> withoutQuota(List<PersistentVolume> volumes) {
    List<Dataset> unlimited =
        provisioned
            .datasets(volumes)
            .filter(d -> fileSystem(d) && !limited(d) && tellingQuotas.contains(d.nas()))
            .toList();
    return unlimited.stream()
        .map(Dataset::subject)
        .sorted()
        .findFirst()
        .map(
            first ->
                "%d of its file systems have no quota, so their capacity is not enforced: %s"
                    .formatted(unlimited.size(), first));
  }

  private Optional<String> clones(List<PersistentVolume> volumes) {
    return volumes.stream()
        .filter(v -> VolumeClass.of(v.source()).family() == DriverFamily.TRUENAS_CSI)
        .flatMap(volume -> provisioned.dataset(volume).stream())
        .filter(dataset -> deletingClones.contains(dataset.nas()))
        .flatMap(dataset -> night.join().clonesOf(dataset).stream())
        .filter(clone -> !night.join().linksTo(clone.subject()).isEmpty())
        .map(Dataset::subject)
        .sorted()
        .findFirst()
        .map(
            clone ->
                "csi.truenas.io deletes recursively, and from TrueNAS 26 on that destroys clones"
                    + " too, such as %s of another volume".formatted(clone));
  }
}
