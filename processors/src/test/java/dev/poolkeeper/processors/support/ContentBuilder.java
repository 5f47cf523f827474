package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds a VolumeSnapshotContent: by default old, ready, of democratic-csi, without a handle. */
public final class ContentBuilder {

  private final String name;
  private String driver = "org.democratic-csi.nfs";
  private Optional<String> handle = Optional.empty();
  private Optional<String> sourceVolume = Optional.empty();
  private Instant createdAt = InventoryBuilder.LONG_AGO;
  private Optional<Instant> deletedAt = Optional.empty();
  private boolean ready = true;
  private boolean bound = true;
  private Optional<String> snapshotClass = Optional.empty();
  private Optional<String> error = Optional.empty();
  private Optional<String> keep = Optional.empty();
  private String deletionPolicy = "Retain";
  private Optional<String> uid = Optional.empty();

  private ContentBuilder(String name) {
    this.name = name;
  }

  public static ContentBuilder aContent(String name) {
    return new ContentBuilder(name);
  }

  public ContentBuilder handle(String snapshotHandle) {
    handle = Optional.of(snapshotHandle);
    return this;
  }

  public ContentBuilder of(String volumeHandle) {
    sourceVolume = Optional.of(volumeHandle);
    return this;
  }

  public ContentBuilder driver(String csiDriver) {
    driver = csiDriver;
    return this;
  }

  public ContentBuilder created(Instant at) {
    createdAt = at;
    return this;
  }

  public ContentBuilder beingDeleted() {
    deletedAt = Optional.of(InventoryBuilder.NIGHT.minusSeconds(60));
    return this;
  }

  /** Its deletion was asked for at this time. */
  public ContentBuilder dying(Instant at) {
    deletedAt = Optional.of(at);
    return this;
  }

  /** As made by hand: it names its VolumeSnapshot, which has not been bound to it. */
  public ContentBuilder unbound() {
    bound = false;
    return this;
  }

  public ContentBuilder snapshotClass(String name) {
    snapshotClass = Optional.of(name);
    return this;
  }

  public ContentBuilder failing(String message) {
    ready = false;
    error = Optional.of(message);
    return this;
  }

  /** Its driver destroys the snapshot with it. */
  public ContentBuilder deletes() {
    deletionPolicy = "Delete";
    return this;
  }

  /** Bound to the VolumeSnapshot of this uid. */
  public ContentBuilder boundTo(String snapshotUid) {
    uid = Optional.of(snapshotUid);
    return this;
  }

  public ContentBuilder keep(String reason) {
    keep = Optional.of(reason);
    return this;
  }

  VolumeSnapshotContent build(String cluster) {
    return new VolumeSnapshotContent(
        cluster,
        name,
        createdAt,
        deletedAt,
        driver,
        deletionPolicy,
        handle,
        sourceVolume,
        "media",
        "snapshot-object-of-" + name,
        bound ? uid.or(() -> Optional.of("uid-of-" + name)) : Optional.empty(),
        OptionalLong.empty(),
        ready,
        snapshotClass,
        error,
        List.of(),
        keep);
  }
}
