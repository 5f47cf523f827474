package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The datasets and snapshots of one TrueNAS on one night. */
final class NasModel {
  static final String DETACHED_PARENT = "tank/k8s/snaps";
  static final String REPLICA_PARENT = "backup/k8s/gold";
  static final String CLONE_SOURCE = "volume-source-for-volume-";

  private static final Instant SET_UP = Instant.parse("2023-05-08T08:30:00Z");
  private static final Instant REPLICATED_SINCE = Instant.parse("2025-08-14T00:05:00Z");

  private final Estate estate;
  private final Appliance nas;
  private final LocalDate night;

  NasModel(Estate estate, Appliance nas, LocalDate night) {
    this.estate = estate;
    this.nas = nas;
    this.night = night;
  }

  /** All datasets in the order of their paths, each with its snapshots, oldest first. */
  List<Dataset> datasets() {
    List<Dataset> datasets = new ArrayList<>(containers());
    datasets.addAll(OrdinaryData.on(nas, night));
    estate.volumesOn(nas).stream()
        .filter(volume -> volume.dataset.on(night))
        .map(this::datasetOf)
        .forEach(datasets::add);
    if (nas == Appliance.NAS1) {
      datasets.addAll(detachedSnapshots());
    } else {
      datasets.addAll(replicas());
    }
    new NasSnapshots(estate, nas, night).addTo(datasets);
    datasets.sort(Comparator.comparing(dataset -> dataset.id));
    return datasets;
  }

  private List<Dataset> containers() {
    List<String> ids =
        nas == Appliance.NAS1
            ? List.of(
                "tank",
                "tank/k8s",
                "tank/k8s/vols",
                "tank/k8s/gold",
                DETACHED_PARENT,
                "flash",
                "flash/k8s",
                "flash/k8s/blk",
                "flash/k8s/db")
            : List.of(
                "vault",
                "vault/k8s",
                "vault/k8s/prod-a",
                "vault/k8s/edge-b",
                "edge",
                "backup",
                "backup/k8s");
    return ids.stream().map(id -> Dataset.filesystem(id, SET_UP)).toList();
  }

  private Dataset datasetOf(Volume volume) {
    Instant createdAt = volume.datasetCreatedAt(night);
    long limit = volume.capacityBytes(night);
    Dataset dataset =
        volume.profile.isNfs()
            ? Dataset.filesystem(volume.datasetId(), createdAt).limitedTo(limit)
            : Dataset.zvol(volume.datasetId(), createdAt, limit);
    dataset.origin = volume.origin;
    dataset.userProperties = CsiProperties.of(volume, night);
    return dataset.holding(volume::usedBytesAt, Nights.capturedAt(night));
  }

  private List<Dataset> detachedSnapshots() {
    List<Dataset> datasets = new ArrayList<>();
    for (CsiSnapshot snapshot : estate.snapshots()) {
      if (snapshot.detached && snapshot.backend.on(night)) {
        String id = snapshot.detachedDatasetId();
        datasets.add(Dataset.filesystem(id.substring(0, id.lastIndexOf('/')), snapshot.createdAt));
        Dataset copy = Dataset.filesystem(id, snapshot.createdAt.plusSeconds(4));
        copy.userProperties = CsiProperties.of(snapshot);
        datasets.add(copy.holding(snapshot.volume::usedBytesAt, snapshot.createdAt));
      }
    }
    return datasets;
  }

  /**
   * The replica of tank/k8s/gold that nas1 pushes here: same leaves, same properties, received and
   * read-only.
   */
  private List<Dataset> replicas() {
    Dataset parent = Dataset.filesystem(REPLICA_PARENT, REPLICATED_SINCE);
    parent.received = true;
    List<Dataset> datasets = new ArrayList<>(List.of(parent));
    for (Volume volume : estate.volumes()) {
      if (isReplicated(volume)) {
        Dataset replica =
            Dataset.filesystem(replicaId(volume), REPLICATED_SINCE)
                .limitedTo(volume.requestedBytes);
        replica.received = true;
        replica.receivedUntil = volume.replicatedUntil;
        replica.userProperties =
            CsiProperties.of(volume, night).stream()
                .map(property -> property.withSource("RECEIVED"))
                .toList();
        LocalDate received = night.isAfter(replica.receivedUntil) ? replica.receivedUntil : night;
        datasets.add(replica.holding(volume::usedBytesAt, SnapshotTask.takenOn(received)));
      }
    }
    return datasets;
  }

  static boolean isReplicated(Volume volume) {
    return volume.profile == StorageProfile.PROD_GOLD;
  }

  static String replicaId(Volume volume) {
    return REPLICA_PARENT + "/" + volume.name();
  }
}
