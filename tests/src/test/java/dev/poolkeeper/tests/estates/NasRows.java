package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.Encryption;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.NvmeSubsystem;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The NAS' side of volumes and snapshots. */
final class NasRows {

  private NasRows() {}

  /** The volume's dataset, with its driver's marks. */
  static Dataset dataset(Volume volume) {
    return dataset(volume, volume.dataset(), Optional.empty(), PropertySource.LOCAL);
  }

  static Dataset dataset(
      Volume volume, String id, Optional<String> origin, PropertySource written) {
    Driver driver = volume.driver();
    return dataset(
        driver.nas(),
        id,
        driver.style().block(),
        volume.createdAt(),
        origin,
        from(marks(volume), written),
        volume.bytes());
  }

  /** A dataset as its release tells of it. */
  static Dataset dataset(
      Nas nas,
      String id,
      boolean block,
      Instant createdAt,
      Optional<String> origin,
      Map<String, UserProperty> properties,
      long bytes) {
    boolean tells = nas.release().tellsProperties();
    return new Dataset(
        nas.name(),
        id,
        block ? DatasetType.VOLUME : DatasetType.FILESYSTEM,
        block ? Optional.empty() : Optional.of("/mnt/" + id),
        tells ? Optional.of(createdAt) : Optional.empty(),
        origin,
        Encryption.NONE,
        tells ? Optional.of(false) : Optional.empty(),
        tells ? told(nas, properties) : Map.of(),
        usage(bytes));
  }

  /** A dataset that no driver made. */
  static Dataset plain(Nas nas, String id) {
    return dataset(
        nas,
        id,
        false,
        Draft.NIGHT.minusSeconds(800L * 86_400),
        Optional.empty(),
        Map.of(),
        1 << 20);
  }

  static Dataset readOnly(Dataset dataset) {
    return new Dataset(
        dataset.nas(),
        dataset.id(),
        dataset.type(),
        dataset.mountpoint(),
        dataset.createdAt(),
        dataset.origin(),
        dataset.encryption(),
        dataset.readOnly().map(unused -> true),
        dataset.properties(),
        dataset.usage());
  }

  /** Encrypted and without its key: it is not mounted. */
  static Dataset locked(Dataset dataset) {
    return new Dataset(
        dataset.nas(),
        dataset.id(),
        dataset.type(),
        Optional.empty(),
        dataset.createdAt(),
        dataset.origin(),
        Encryption.LOCKED,
        dataset.readOnly(),
        dataset.properties(),
        dataset.usage());
  }

  private static Map<String, UserProperty> told(Nas nas, Map<String, UserProperty> properties) {
    return properties.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e ->
                    new UserProperty(
                        e.getValue().value(), nas.release().told(e.getValue().source()))));
  }

  static SpaceUsage usage(long bytes) {
    OptionalLong none = OptionalLong.empty();
    return new SpaceUsage(OptionalLong.of(bytes), none, none, none, OptionalLong.of(0), none, none);
  }

  static Map<String, UserProperty> from(Map<String, String> values, PropertySource source) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new UserProperty(e.getValue(), source)));
  }

  /** What the driver writes on a volume. */
  static Map<String, String> marks(Volume volume) {
    Map<String, String> marks = new TreeMap<>();
    if (volume.driver().style().democratic()) {
      marks.put("democratic-csi:managed_resource", "true");
      marks.put("democratic-csi:csi_volume_name", volume.name());
      marks.put("democratic-csi:provision_success", "true");
      marks.put("democratic-csi:csi_share_volume_context", json(volume.served()));
      marks.put(
          "democratic-csi:volume_context_provisioner_driver",
          volume.driver().style().provisioner());
      volume
          .driver()
          .instance()
          .ifPresent(
              id -> marks.put("democratic-csi:volume_context_provisioner_driver_instance_id", id));
    } else if (volume.driver().style().tns()) {
      marks.put("tns-csi:managed_by", "tns-csi");
      marks.put("tns-csi:cluster_id", "tns-" + volume.driver().cluster());
    }
    return marks;
  }

  private static String json(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(
                e ->
                    e.getKey().equals("lun") || e.getKey().equals("nsid")
                        ? "\"%s\":%s".formatted(e.getKey(), e.getValue())
                        : "\"%s\":\"%s\"".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** What serves the volume: its share, its target with its extent, or its subsystem. */
  static List<InventoryObject> serving(Draft draft, Volume volume) {
    String nas = volume.driver().nas().name();
    if (volume.driver().style().generic()) {
      return List.of();
    }
    return switch (volume.driver().style().protocol()) {
      case NFS ->
          List.of(
              new NfsShare(
                  nas, draft.nextId(), List.of(volume.mountpoint()), comment(volume), true));
      case SMB ->
          List.of(
              new SmbShare(
                  nas, draft.nextId(), volume.asset(), volume.mountpoint(), comment(volume), true));
      case NVMEOF ->
          List.of(
              new NvmeSubsystem(nas, draft.nextId(), volume.asset(), volume.nqn()),
              new NvmeNamespace(
                  nas, draft.nextId(), volume.nqn(), 1, Optional.of(volume.dataset())));
      case ISCSI, UNKNOWN -> target(draft, volume, volume.dataset());
    };
  }

  static String comment(Volume volume) {
    if (volume.driver().style().trueNasCsi()) {
      return "CSI volume " + volume.handle();
    }
    return volume.driver().style().democratic()
        ? "democratic-csi (%s): %s".formatted(volume.driver().label(), volume.dataset())
        : "";
  }

  /** A target of the volume that shows some zvol, there or not. */
  static List<InventoryObject> target(Draft draft, Volume volume, String zvol) {
    String nas = volume.driver().nas().name();
    long target = draft.nextId();
    long extent = draft.nextId();
    return List.of(
        new IscsiTarget(nas, target, volume.asset(), alias(volume)),
        new IscsiExtent(nas, extent, extentName(volume), Optional.of(zvol), "", true),
        new IscsiTargetExtent(nas, draft.nextId(), target, extent, 0));
  }

  static Optional<String> alias(Volume volume) {
    return volume.driver().style().trueNasCsi()
        ? Optional.of("CSI volume " + volume.handle())
        : Optional.empty();
  }

  static String extentName(Volume volume) {
    String name = volume.driver().style().trueNasCsi() ? volume.handle() : volume.asset();
    return name.substring(0, Math.min(64, name.length()));
  }

  /** A CSI snapshot with its own marks. */
  static ZfsSnapshot snapshot(Snapshot snapshot, long bytes) {
    Volume volume = snapshot.volume();
    Map<String, UserProperty> properties =
        new TreeMap<>(from(marks(volume), PropertySource.INHERITED));
    if (volume.driver().style().democratic()) {
      properties.putAll(from(snapshotMarks(snapshot), PropertySource.LOCAL));
    }
    return snapshot(volume, snapshot.name(), snapshot.createdAt(), properties, false, false, bytes);
  }

  /** A snapshot that somebody else took: it inherits the volume's marks. */
  static ZfsSnapshot foreignSnapshot(
      Volume volume, String name, Instant createdAt, boolean held, long bytes) {
    return snapshot(
        volume, name, createdAt, from(marks(volume), PropertySource.INHERITED), held, false, bytes);
  }

  static ZfsSnapshot snapshot(
      Volume volume,
      String name,
      Instant createdAt,
      Map<String, UserProperty> properties,
      boolean held,
      boolean destroyPending,
      long bytes) {
    Nas nas = volume.driver().nas();
    return new ZfsSnapshot(
        nas.name(),
        volume.dataset(),
        name,
        Optional.of(createdAt),
        OptionalLong.empty(),
        nas.release().tellsProperties() ? told(nas, properties) : Map.of(),
        Optional.of(held),
        destroyPending,
        SpaceUsage.ofSnapshot(OptionalLong.of(bytes), OptionalLong.of(volume.bytes())));
  }

  static Map<String, String> snapshotMarks(Snapshot snapshot) {
    return Map.of(
        "democratic-csi:managed_resource",
        "true",
        "democratic-csi:csi_snapshot_name",
        snapshot.name(),
        "democratic-csi:csi_snapshot_source_volume_id",
        snapshot.volume().leaf(),
        "democratic-csi:provision_success",
        "true");
  }

  /** A detached snapshot; the driver writes its marks itself, after it received the data. */
  static Dataset copy(Snapshot snapshot, long bytes) {
    Driver driver = snapshot.volume().driver();
    return dataset(
        driver.nas(),
        snapshot.copy(),
        driver.style().block(),
        snapshot.createdAt(),
        Optional.empty(),
        from(snapshotMarks(snapshot), PropertySource.LOCAL),
        bytes);
  }
}
