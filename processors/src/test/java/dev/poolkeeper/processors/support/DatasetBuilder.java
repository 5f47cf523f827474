package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.UserProperty;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Builds a dataset: by default an old file system, mounted where its name says, 100 bytes big. */
public final class DatasetBuilder {

  private final String id;
  private final Map<String, UserProperty> properties = new TreeMap<>();
  private DatasetType type = DatasetType.FILESYSTEM;
  private Optional<String> mountpoint;
  private Optional<Instant> createdAt = Optional.of(InventoryBuilder.LONG_AGO);
  private Optional<String> origin = Optional.empty();
  private Optional<Boolean> readOnly = Optional.of(false);
  private OptionalLong usedBytes = OptionalLong.of(100);
  private OptionalLong childrenBytes = OptionalLong.empty();
  private OptionalLong capacityBytes = OptionalLong.empty();
  private OptionalLong availableBytes = OptionalLong.empty();
  private OptionalLong snapshotBytes = OptionalLong.empty();
  private OptionalLong reservedBytes = OptionalLong.empty();
  private boolean locked;

  private DatasetBuilder(String id) {
    this.id = id;
    this.mountpoint = Optional.of("/mnt/" + id);
  }

  public static DatasetBuilder aDataset(String id) {
    return new DatasetBuilder(id);
  }

  public static DatasetBuilder aZvol(String id) {
    return new DatasetBuilder(id).zvol();
  }

  private DatasetBuilder zvol() {
    type = DatasetType.VOLUME;
    mountpoint = Optional.empty();
    return this;
  }

  /** The marks democratic-csi writes on a volume of its own. */
  public DatasetBuilder marked(String volumeName) {
    return marked(volumeName, PropertySource.LOCAL);
  }

  public DatasetBuilder marked(String volumeName, PropertySource source) {
    return property("democratic-csi:managed_resource", "true", source)
        .property("democratic-csi:csi_volume_name", volumeName, source)
        .property("democratic-csi:provision_success", "true", source);
  }

  /** The marks democratic-csi writes on a detached snapshot. */
  public DatasetBuilder detachedSnapshot(String name, String sourceVolume) {
    return property("democratic-csi:csi_snapshot_name", name)
        .property("democratic-csi:csi_snapshot_source_volume_id", sourceVolume);
  }

  public DatasetBuilder shareContext(String json) {
    return property("democratic-csi:csi_share_volume_context", json);
  }

  public DatasetBuilder property(String key, String value) {
    return property(key, value, PropertySource.LOCAL);
  }

  public DatasetBuilder property(String key, String value, PropertySource source) {
    properties.put(key, new UserProperty(value, source));
    return this;
  }

  public DatasetBuilder mountedAt(String path) {
    mountpoint = Optional.of(path);
    return this;
  }

  public DatasetBuilder unmounted() {
    mountpoint = Optional.empty();
    return this;
  }

  public DatasetBuilder created(Instant at) {
    createdAt = Optional.of(at);
    return this;
  }

  /** As CORE answers: neither creation nor properties. */
  public DatasetBuilder onCore() {
    createdAt = Optional.empty();
    readOnly = Optional.empty();
    properties.clear();
    return this;
  }

  public DatasetBuilder cloneOf(String snapshot) {
    origin = Optional.of(snapshot);
    return this;
  }

  public DatasetBuilder readOnly() {
    readOnly = Optional.of(true);
    return this;
  }

  public DatasetBuilder locked() {
    locked = true;
    return this;
  }

  public DatasetBuilder used(long bytes) {
    usedBytes = OptionalLong.of(bytes);
    return this;
  }

  public DatasetBuilder usedUnknown() {
    usedBytes = OptionalLong.empty();
    return this;
  }

  public DatasetBuilder usedByChildren(long bytes) {
    childrenBytes = OptionalLong.of(bytes);
    return this;
  }

  /** Its refquota or volsize. */
  public DatasetBuilder capacity(long bytes) {
    capacityBytes = OptionalLong.of(bytes);
    return this;
  }

  public DatasetBuilder available(long bytes) {
    availableBytes = OptionalLong.of(bytes);
    return this;
  }

  /** What its used space goes to, so that the rest is live data. */
  public DatasetBuilder parts(long snapshots, long children, long reserved) {
    snapshotBytes = OptionalLong.of(snapshots);
    childrenBytes = OptionalLong.of(children);
    reservedBytes = OptionalLong.of(reserved);
    return this;
  }

  Dataset build(String nas) {
    OptionalLong unknown = OptionalLong.empty();
    SpaceUsage usage =
        new SpaceUsage(
            usedBytes,
            availableBytes,
            unknown,
            snapshotBytes,
            childrenBytes,
            reservedBytes,
            capacityBytes);
    return new Dataset(
        nas, id, type, mountpoint, createdAt, origin, locked, readOnly, properties, usage);
  }
}
