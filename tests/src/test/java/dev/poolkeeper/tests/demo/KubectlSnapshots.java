package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.KubectlObjects.Identity;
import java.time.LocalDate;
import java.util.List;

/** VolumeSnapshots and their contents of one cluster on one night. */
final class KubectlSnapshots {
  private static final String API = "snapshot.storage.k8s.io/v1";

  private final List<CsiSnapshot> snapshots;
  private final LocalDate night;

  KubectlSnapshots(Estate estate, Cluster cluster, LocalDate night) {
    this.night = night;
    this.snapshots =
        estate.snapshots().stream()
            .filter(snapshot -> snapshot.volume.cluster() == cluster)
            .toList();
  }

  List<?> objects() {
    return snapshots.stream()
        .filter(snapshot -> snapshot.object.on(night))
        .map(KubectlSnapshots::object)
        .toList();
  }

  List<?> contents() {
    return snapshots.stream()
        .filter(snapshot -> snapshot.content.on(night))
        .map(this::content)
        .toList();
  }

  private static JsonObject object(CsiSnapshot snapshot) {
    Identity identity =
        new Identity(snapshot.volume.namespace, snapshot.name, snapshot.uid, snapshot.createdAt);
    return Json.object("apiVersion", API)
        .with("kind", "VolumeSnapshot")
        .with("metadata", KubectlObjects.metadata(identity))
        .with(
            "spec",
            Json.object("source", Json.object("persistentVolumeClaimName", snapshot.volume.claim))
                .with("volumeSnapshotClassName", snapshot.snapshotClass()))
        .with(
            "status",
            Json.object("boundVolumeSnapshotContentName", snapshot.contentName())
                .with("creationTime", snapshot.createdAt.toString())
                .with("readyToUse", true)
                .with("restoreSize", KubectlObjects.quantity(snapshot.volume.requestedBytes)));
  }

  private JsonObject content(CsiSnapshot snapshot) {
    Volume volume = snapshot.volume;
    Identity identity =
        Identity.clusterWide(
            snapshot.contentName(), Draw.uid("content/" + snapshot.uid), snapshot.createdAt);
    return Json.object("apiVersion", API)
        .with("kind", "VolumeSnapshotContent")
        .with("metadata", KubectlObjects.metadata(identity))
        .with(
            "spec",
            Json.object("deletionPolicy", snapshot.deletionPolicy)
                .with("driver", volume.profile.driver().label())
                .with("source", Json.object("volumeHandle", volume.handle()))
                .with("volumeSnapshotClassName", snapshot.snapshotClass())
                .with(
                    "volumeSnapshotRef",
                    Json.object("apiVersion", API)
                        .with("kind", "VolumeSnapshot")
                        .with("name", snapshot.name)
                        .with("namespace", volume.namespace)
                        .with("uid", snapshot.uid)))
        .with(
            "status",
            Json.object("creationTime", snapshot.createdAt.getEpochSecond() * 1_000_000_000L)
                .with("readyToUse", true)
                .with("restoreSize", volume.requestedBytes)
                .with("snapshotHandle", snapshot.handle()));
  }
}
