package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Builds a ZFS snapshot: by default old, 10 bytes big, and made by nobody in particular. */
public final class SnapshotBuilder {

  private final String dataset;
  private final String name;
  private final Map<String, UserProperty> properties = new TreeMap<>();
  private Optional<Instant> createdAt = Optional.of(InventoryBuilder.LONG_AGO);
  private Optional<Boolean> held = Optional.empty();
  private OptionalLong createTxg = OptionalLong.empty();
  private boolean destroyPending;

  private SnapshotBuilder(String id) {
    this.dataset = id.substring(0, id.indexOf('@'));
    this.name = id.substring(id.indexOf('@') + 1);
  }

  public static SnapshotBuilder aSnapshot(String id) {
    return new SnapshotBuilder(id);
  }

  /** The marks democratic-csi writes on a snapshot that it made. */
  public SnapshotBuilder marked(String sourceVolume) {
    return property("democratic-csi:csi_snapshot_name", name, PropertySource.LOCAL)
        .property(
            "democratic-csi:csi_snapshot_source_volume_id", sourceVolume, PropertySource.LOCAL);
  }

  public SnapshotBuilder property(String key, String value, PropertySource source) {
    properties.put(key, new UserProperty(value, source));
    return this;
  }

  public SnapshotBuilder created(Instant at) {
    createdAt = Optional.of(at);
    return this;
  }

  /** The transaction group it was made in. */
  public SnapshotBuilder madeIn(long txg) {
    createTxg = OptionalLong.of(txg);
    return this;
  }

  public SnapshotBuilder held() {
    held = Optional.of(true);
    return this;
  }

  public SnapshotBuilder destroyPending() {
    destroyPending = true;
    return this;
  }

  ZfsSnapshot build(String nas) {
    SpaceUsage usage = SpaceUsage.ofSnapshot(OptionalLong.of(10), OptionalLong.empty());
    return new ZfsSnapshot(
        nas, dataset, name, createdAt, createTxg, properties, held, destroyPending, usage);
  }
}
