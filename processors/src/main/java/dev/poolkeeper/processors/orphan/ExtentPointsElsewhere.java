package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Protocol;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 801: the target or share that a volume names serves a dataset that is not the volume's.
 *
 * <p>That it bears another name is not enough: a volume may have been imported by hand. Either the
 * dataset is named after a volume that exists beside this one, or this volume's own dataset exists
 * beside it. Volumes that own no dataset are not judged. Needs every cluster and every NAS.
 */
final class ExtentPointsElsewhere implements Rule {

  private final Night night;
  private final NamedVolumes names;

  ExtentPointsElsewhere(Night night) {
    this.night = night;
    this.names = new NamedVolumes(night);
  }

  @Override
  public FindingCode code() {
    return FindingCode.EXTENT_POINTS_ELSEWHERE;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .filter(volume -> volume.deletedAt().isEmpty() && throughATarget(volume))
        .flatMap(volume -> judge(volume).stream());
  }

  /** Over NFS the path itself is the dataset, so nothing can lead astray. */
  private static boolean throughATarget(PersistentVolume volume) {
    VolumeClass kind = VolumeClass.of(volume.source());
    boolean indirect =
        kind.protocol() == Protocol.ISCSI
            || kind.protocol() == Protocol.NVMEOF
            || kind.protocol() == Protocol.SMB;
    return indirect && kind.family().ownsDatasets();
  }

  private Optional<Verdict> judge(PersistentVolume volume) {
    List<Dataset> served = night.join().served(volume.source());
    if (served.isEmpty() || served.stream().anyMatch(d -> names.names(d, volume))) {
      return Optional.empty();
    }
    List<String> own = own(volume, served);
    List<String> evidence = new ArrayList<>();
    for (Dataset dataset : served) {
      List<String> others = others(dataset, volume);
      if (!others.isEmpty() || !own.isEmpty()) {
        evidence.add("what it names serves " + dataset.subject());
        evidence.addAll(others);
      }
    }
    evidence.addAll(own);
    return evidence.isEmpty()
        ? Optional.empty()
        : Optional.of(night.verdict(code(), volume.subject(), evidence, volume.keep()));
  }

  private List<String> others(Dataset dataset, PersistentVolume volume) {
    return names.others(dataset, volume).stream()
        .map(InventoryObject::subject)
        .sorted()
        .map(other -> "that one is named after " + other)
        .toList();
  }

  /** One is a clone of the other, as after a rollback by clone: the same data, on purpose. */
  private static boolean related(Dataset one, Dataset other) {
    return one.origin().filter(from -> from.startsWith(other.id() + "@")).isPresent()
        || other.origin().filter(from -> from.startsWith(one.id() + "@")).isPresent();
  }

  private List<String> own(PersistentVolume volume, List<Dataset> served) {
    return night.join().linksFrom(volume.subject()).stream()
        .map(Link::to)
        .flatMap(to -> night.join().dataset(to).stream())
        .filter(dataset -> !served.contains(dataset) && names.names(dataset, volume))
        .filter(dataset -> served.stream().noneMatch(other -> related(other, dataset)))
        .map(dataset -> "its own dataset is " + dataset.subject())
        .sorted()
        .toList();
  }
}
