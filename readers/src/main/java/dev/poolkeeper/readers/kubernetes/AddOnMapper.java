package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.ClaimBackup;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the objects of add-ons: which claims and snapshots they need. Source: their CRDs. */
final class AddOnMapper {

  private static final List<String> MOVERS = List.of("rsync", "rsyncTLS", "rclone", "restic");
  private static final Set<String> ENDED = Set.of("Completed", "Failed", "Canceled");

  private AddOnMapper() {}

  /** A running KubeVirt machine, also one that no VirtualMachine made. */
  static AddOnObject machineInstance(KubernetesObject object) {
    return build(
        ObjectKind.VIRTUAL_MACHINE_INSTANCE,
        object,
        PodTemplate.of(object.row().at()).claimsOfMachine(),
        List.of(),
        List.of());
  }

  /** What CDI is filling a claim of the same name from; once it has, the claim is its user's. */
  static AddOnObject dataVolume(KubernetesObject object) {
    Row row = object.row();
    if (row.textOrNone("status", "phase").equals("Succeeded")) {
      return build(ObjectKind.DATA_VOLUME, object, List.of(), List.of(), List.of());
    }
    return build(
        ObjectKind.DATA_VOLUME,
        object,
        List.of(object.name()),
        elsewhere(object, row.at("spec", "source", "pvc")),
        elsewhere(object, row.at("spec", "source", "snapshot")));
  }

  /** The image that machines are made from. */
  static AddOnObject dataSource(KubernetesObject object) {
    Row row = object.row();
    return build(
        ObjectKind.DATA_SOURCE,
        object,
        List.of(),
        elsewhere(object, row.at("spec", "source", "pvc")),
        elsewhere(object, row.at("spec", "source", "snapshot")));
  }

  /** What VolSync copies, with the claims it makes for its own work. */
  static AddOnObject replicationSource(KubernetesObject object) {
    return build(
        ObjectKind.REPLICATION_SOURCE,
        object,
        Stream.concat(
                object.row().text("spec", "sourcePVC").stream(), ownClaims(object, "src", "src"))
            .toList(),
        List.of(),
        List.of(),
        synced(object));
  }

  /** VolSync tells when its last synchronisation that went through ended. */
  private static Optional<ClaimBackup> synced(KubernetesObject object) {
    Row row = object.row();
    return row.text("spec", "sourcePVC")
        .flatMap(
            claim ->
                row.instant("status", "lastSyncTime")
                    .map(at -> new ClaimBackup(qualified(object, claim), at)));
  }

  /** Where VolSync copies to, with the last image it has, and the claims for its own work. */
  static AddOnObject replicationDestination(KubernetesObject object) {
    Row row = object.row();
    List<String> claims = new ArrayList<>();
    MOVERS.forEach(mover -> row.text("spec", mover, "destinationPVC").ifPresent(claims::add));
    ownClaims(object, "dst", "dest").forEach(claims::add);
    Optional<String> image = row.text("status", "latestImage", "name");
    boolean snapshot = row.textOrNone("status", "latestImage", "kind").equals("VolumeSnapshot");
    if (!snapshot) {
      image.ifPresent(claims::add);
    }
    return build(
        ObjectKind.REPLICATION_DESTINATION,
        object,
        claims,
        List.of(),
        snapshot ? image.map(name -> qualified(object, name)).stream().toList() : List.of());
  }

  /** What VolSync names its caches and copies, older releases without a direction. */
  private static Stream<String> ownClaims(KubernetesObject object, String direction, String older) {
    String name = "volsync-" + object.name();
    return Stream.of(
            "volsync-" + direction + "-" + object.name() + "-cache",
            name + "-cache",
            name + "-" + direction,
            name + "-" + older)
        .distinct();
  }

  /** A snapshot on its way into Velero's store. */
  static AddOnObject dataUpload(KubernetesObject object) {
    Row row = object.row();
    String namespace = row.textOrNone("spec", "sourceNamespace");
    return build(
        ObjectKind.DATA_UPLOAD,
        object,
        List.of(),
        underWay(row, namespace, row.text("spec", "sourcePVC")),
        underWay(row, namespace, row.text("spec", "csiSnapshot", "volumeSnapshot")),
        uploaded(row, namespace));
  }

  /** What Velero has in its store; the data is that of the snapshot it started from. */
  private static Optional<ClaimBackup> uploaded(Row row, String namespace) {
    boolean completed = row.textOrNone("status", "phase").equals("Completed");
    return row.text("spec", "sourcePVC")
        .filter(claim -> completed)
        .flatMap(
            claim ->
                row.instant("status", "startTimestamp")
                    .or(() -> row.instant("status", "completionTimestamp"))
                    .map(at -> new ClaimBackup(namespace + "/" + claim, at)));
  }

  /** A claim whose data is on its way out of Velero's store. */
  static AddOnObject dataDownload(KubernetesObject object) {
    Row row = object.row();
    return build(
        ObjectKind.DATA_DOWNLOAD,
        object,
        List.of(),
        underWay(
            row,
            row.textOrNone("spec", "targetVolume", "namespace"),
            row.text("spec", "targetVolume", "pvc")),
        List.of());
  }

  private static List<String> underWay(Row row, String namespace, Optional<String> name) {
    boolean ended = ENDED.contains(row.textOrNone("status", "phase"));
    return name.filter(n -> !ended).map(n -> namespace + "/" + n).stream().toList();
  }

  /** A reference with a namespace of its own, or in that of the object. */
  private static List<String> elsewhere(KubernetesObject object, JsonNode reference) {
    String namespace = Values.text(reference.path("namespace")).orElse(object.namespace());
    return Values.text(reference.path("name")).map(name -> namespace + "/" + name).stream()
        .toList();
  }

  private static String qualified(KubernetesObject object, String name) {
    return object.namespace() + "/" + name;
  }

  /**
   * The object.
   *
   * @param own claims in the object's namespace
   * @param claims claims with their namespace
   */
  private static AddOnObject build(
      ObjectKind kind,
      KubernetesObject object,
      List<String> own,
      List<String> claims,
      List<String> snapshots) {
    return build(kind, object, own, claims, snapshots, Optional.empty());
  }

  private static AddOnObject build(
      ObjectKind kind,
      KubernetesObject object,
      List<String> own,
      List<String> claims,
      List<String> snapshots,
      Optional<ClaimBackup> backup) {
    return new AddOnObject(
        kind,
        object.cluster(),
        object.namespace(),
        object.name(),
        Stream.concat(own.stream().map(name -> qualified(object, name)), claims.stream())
            .distinct()
            .toList(),
        snapshots,
        backup);
  }
}
