package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Builds a PersistentVolume: by default bound, of democratic-csi, its handle is its name. */
public final class VolumeBuilder {

  private final String name;
  private final Map<String, String> attributes = new TreeMap<>();
  private String type = "csi";
  private String driver = "org.democratic-csi.nfs";
  private String handle;
  private String claim;
  private String phase = "Bound";
  private String reclaimPolicy = "Delete";
  private Optional<Instant> deletedAt = Optional.empty();
  private List<String> finalizers = List.of();
  private Instant createdAt = InventoryBuilder.LONG_AGO;
  private long capacityBytes = 1000;
  private String storageClass = "standard";
  private Optional<String> keep = Optional.empty();

  private VolumeBuilder(String name) {
    this.name = name;
    this.handle = name;
    this.claim = "claim-of-" + name;
  }

  public static VolumeBuilder aVolume(String name) {
    return new VolumeBuilder(name);
  }

  /** A volume of democratic-csi over NFS. */
  public VolumeBuilder nfs(String server, String share) {
    return with("provisioner_driver", "freenas-nfs")
        .with("node_attach_driver", "nfs")
        .with("server", server)
        .with("share", share);
  }

  /** A volume of democratic-csi over SMB. */
  public VolumeBuilder smb(String server, String share) {
    return with("provisioner_driver", "freenas-smb")
        .with("node_attach_driver", "smb")
        .with("server", server)
        .with("share", share);
  }

  /** A volume of democratic-csi over iSCSI. */
  public VolumeBuilder iscsi(String portal, String iqn) {
    return driver("org.democratic-csi.iscsi")
        .with("provisioner_driver", "freenas-iscsi")
        .with("node_attach_driver", "iscsi")
        .with("portal", portal)
        .with("iqn", iqn)
        .with("lun", "0");
  }

  /** A volume of csi.truenas.io, whose handle is the dataset's path. */
  public VolumeBuilder trueNasCsi(String dataset) {
    return driver("csi.truenas.io").handle(dataset);
  }

  /** An in-tree volume of this type. */
  public VolumeBuilder inTree(String inTreeType) {
    type = inTreeType;
    driver = "";
    handle = "";
    return this;
  }

  public VolumeBuilder driver(String csiDriver) {
    driver = csiDriver;
    return this;
  }

  public VolumeBuilder handle(String volumeHandle) {
    handle = volumeHandle;
    return this;
  }

  public VolumeBuilder with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  public VolumeBuilder phase(String value) {
    phase = value;
    return this;
  }

  public VolumeBuilder retain() {
    reclaimPolicy = "Retain";
    return this;
  }

  public VolumeBuilder beingDeleted() {
    deletedAt = Optional.of(InventoryBuilder.NIGHT.minusSeconds(60));
    return this;
  }

  /** As the external provisioner leaves a volume that it made for a class. */
  public VolumeBuilder provisioned() {
    return with("storage.kubernetes.io/csiProvisionerIdentity", "1708700400000-1-" + driver);
  }

  public VolumeBuilder created(Instant at) {
    createdAt = at;
    return this;
  }

  /** Its claim, in the namespace media. */
  public VolumeBuilder boundTo(String claimName) {
    claim = claimName;
    return this;
  }

  public VolumeBuilder capacity(long bytes) {
    capacityBytes = bytes;
    return this;
  }

  public VolumeBuilder ofClass(String name) {
    storageClass = name;
    return this;
  }

  /** Its deletion was asked for at this time, and this holds it back. */
  public VolumeBuilder dying(Instant at, String finalizer) {
    deletedAt = Optional.of(at);
    finalizers = List.of(finalizer);
    return this;
  }

  public VolumeBuilder keep(String reason) {
    keep = Optional.of(reason);
    return this;
  }

  public VolumeSource source() {
    return new VolumeSource(type, driver, handle, attributes);
  }

  public PersistentVolume build(String cluster) {
    return new PersistentVolume(
        cluster,
        name,
        "uid-" + name,
        createdAt,
        deletedAt,
        phase,
        OptionalLong.of(capacityBytes),
        storageClass,
        reclaimPolicy,
        Optional.of(new ClaimReference("media", claim, "claim-uid-of-" + name)),
        source(),
        finalizers,
        keep);
  }
}
