package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.CsiDriver;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a driver's dataset can be a registered cluster's at all. Volumes of a cluster we do not
 * know look just like orphans, so whatever cannot be told from theirs is not judged (contract 6.5,
 * trap 2).
 */
final class Owners {

  private static final List<String> CLUSTER_ID = List.of("tns-csi:cluster_id", "cluster_id");
  private static final Pattern COMMENT = Pattern.compile("democratic-csi \\((.+)\\): .*");

  private final Night night;
  private final FormerClusters former;
  private final Set<String> drivers = new HashSet<>();
  private final Set<String> instances = new HashSet<>();
  private final Set<String> clusterIds = new HashSet<>();

  /** Targets named as no registered cluster's driver names them, by the zvol they show. */
  private final Map<Subject, String> foreignTargets = new HashMap<>();

  /** What shows a foreign cluster, by the parent it keeps volumes under, as {@code nas:id}. */
  private final Map<String, String> strangers = new HashMap<>();

  Owners(Night night, FormerClusters former) {
    this.night = night;
    this.former = former;
    for (PersistentVolume volume :
        night.inventory().all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)) {
      drivers.add(volume.source().driver());
      volume.source().attribute("provisioner_driver_instance_id").ifPresent(instances::add);
    }
    for (VolumeSnapshotContent content :
        night.inventory().all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)) {
      drivers.add(content.driver());
    }
    night
        .inventory()
        .all(ObjectKind.STORAGE_CLASS, StorageClass.class)
        .forEach(storageClass -> drivers.add(storageClass.provisioner()));
    night
        .inventory()
        .all(ObjectKind.CSI_DRIVER, CsiDriver.class)
        .forEach(driver -> drivers.add(driver.name()));
    for (String nas : night.completeness().estate().nas()) {
      night.join().nas(nas).datasets().stream()
          .filter(dataset -> !night.join().linksTo(dataset.subject()).isEmpty())
          .forEach(dataset -> clusterId(dataset).ifPresent(clusterIds::add));
    }
    noteForeignTargets();
    for (String nas : night.completeness().estate().nas()) {
      night.join().nas(nas).datasets().forEach(this::noteStranger);
    }
  }

  private void noteForeignTargets() {
    LearntNames names = new LearntNames(night);
    for (String nas : night.completeness().estate().nas()) {
      NasIndex index = night.join().nas(nas);
      for (IscsiTarget target : index.targets()) {
        index.zvolIds(target).stream()
            .flatMap(id -> index.dataset(id).stream())
            .filter(zvol -> names.foreign(target, zvol))
            .forEach(zvol -> foreignTargets.merge(zvol.subject(), target.name(), Owners::first));
      }
    }
  }

  private void noteStranger(Dataset dataset) {
    boolean used = !night.join().linksTo(dataset.subject()).isEmpty();
    if (!used && night.join().replicas().reason(dataset).isEmpty()) {
      stranger(dataset).ifPresent(sign -> strangers.merge(around(dataset), sign, Owners::first));
    }
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String around(Dataset dataset) {
    return dataset.nas() + ":" + dataset.parent().orElse("");
  }

  /** Why the dataset may belong to somebody we do not know; empty when it is surely ours. */
  Optional<String> doubt(Dataset dataset) {
    Optional<String> absent = absent(dataset);
    if (absent.isPresent() || former.goneWith(dataset.subject()).isPresent()) {
      return absent;
    }
    if (night.join().parents().clustersBeside(dataset).isEmpty()) {
      return Optional.of(
          "no registered cluster keeps volumes under %s: it may belong to one that is not registered"
              .formatted(dataset.parent().orElse(dataset.id())));
    }
    Optional<String> stranger = stranger(dataset).or(() -> madeSince(dataset));
    if (stranger.isPresent() || attributed(dataset)) {
      return stranger;
    }
    return Optional.ofNullable(strangers.get(around(dataset)))
        .map(sign -> "nothing on it says whose it is, and beside it " + sign);
  }

  /** Two clusters may share the name of a driver; an instance_id they do not. */
  private Optional<String> madeSince(Dataset dataset) {
    return instance(dataset).filter(instances::contains).isPresent()
        ? Optional.empty()
        : former.madeSince(
            dataset.nas(), dataset.parent().orElse(""), dataset.createdAt(), named(dataset));
  }

  /** Whether something on the dataset names its cluster's driver. */
  boolean attributed(Dataset dataset) {
    return instance(dataset).filter(instances::contains).isPresent()
        || named(dataset).stream().anyMatch(drivers::contains);
  }

  /**
   * What shows that it is a volume of a cluster that is not registered; empty when nothing does.
   */
  Optional<String> absent(Dataset dataset) {
    return former
        .on(dataset.subject())
        .or(
            () ->
                former.goneWith(dataset.subject()).isPresent()
                    ? Optional.empty()
                    : unregistered(dataset));
  }

  /**
   * What on the dataset names a cluster or driver that nobody registered; empty when nothing does.
   * An instance_id names nobody as long as no registered volume tells which instance made it.
   */
  private Optional<String> unregistered(Dataset dataset) {
    return instance(dataset)
        .filter(id -> !instances.isEmpty() && !instances.contains(id))
        .map(id -> "the instance_id %s is no registered cluster's".formatted(id))
        .or(
            () ->
                named(dataset).stream()
                    .filter(name -> !registered(name))
                    .findFirst()
                    .map(
                        name ->
                            "a share comment names driver %s, which no registered cluster has"
                                .formatted(name)))
        .or(
            () ->
                clusterId(dataset)
                    .filter(id -> !clusterIds.isEmpty() && !clusterIds.contains(id))
                    .map(id -> "the cluster_id %s is no registered cluster's".formatted(id)));
  }

  /** Whether a registered cluster has, or had volumes of, a CSI driver of this name. */
  boolean registered(String driver) {
    return drivers.contains(driver);
  }

  private Optional<String> stranger(Dataset dataset) {
    return unregistered(dataset)
        .or(() -> unknownInstance(dataset))
        .or(
            () ->
                night
                    .join()
                    .servedElsewhere(dataset)
                    .map(
                        address ->
                            "a driver's mark says it is served at %s, which is not known to be %s"
                                .formatted(address, dataset.nas())))
        .or(
            () ->
                Optional.ofNullable(foreignTargets.get(dataset.subject()))
                    .map(
                        target ->
                            "its target %s is not named as registered clusters' drivers name theirs"
                                .formatted(target)));
  }

  private Optional<String> unknownInstance(Dataset dataset) {
    return instance(dataset)
        .filter(id -> instances.isEmpty())
        .map(
            "it bears instance_id %s, and no registered volume tells which instance made it"
                ::formatted);
  }

  /** What tns.csi.io writes; read on datasets of registered clusters to learn their ids. */
  private static Optional<String> clusterId(Dataset dataset) {
    return CLUSTER_ID.stream()
        .filter(key -> !inherited(dataset, key))
        .flatMap(key -> dataset.property(key).stream())
        .findFirst();
  }

  private static boolean inherited(Dataset dataset, String key) {
    UserProperty property = dataset.properties().get(key);
    return property != null && property.source() == PropertySource.INHERITED;
  }

  private static Optional<String> instance(Dataset dataset) {
    return dataset.property(CsiMarks.INSTANCE);
  }

  /** The CSI driver that democratic-csi names in the comment of a share. */
  static Optional<String> driver(String comment) {
    return Optional.of(COMMENT.matcher(comment))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  /** The drivers that the comments of its shares name, each once. */
  private List<String> named(Dataset dataset) {
    return night.join().nas(dataset.nas()).nfsShares(dataset).stream()
        .flatMap(share -> driver(share.comment()).stream())
        .distinct()
        .toList();
  }
}
