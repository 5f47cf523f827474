package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a ZFS object carries a CSI driver's mark of its own.
 *
 * <p>User properties are inherited: every snapshot and child of a volume shows them too. A mark
 * counts only when it names the object it is on (contract 4.3, trap 8).
 */
public final class CsiMarks {

  public static final String VOLUME_NAME = "democratic-csi:csi_volume_name";
  public static final String SNAPSHOT_NAME = "democratic-csi:csi_snapshot_name";
  public static final String SNAPSHOT_SOURCE = "democratic-csi:csi_snapshot_source_volume_id";
  public static final String SHARE_CONTEXT = "democratic-csi:csi_share_volume_context";
  public static final String PROVISION_SUCCESS = "democratic-csi:provision_success";
  public static final String PROVISIONER = "democratic-csi:volume_context_provisioner_driver";
  public static final String INSTANCE =
      "democratic-csi:volume_context_provisioner_driver_instance_id";

  /** What a cleanup of ours writes on a dataset whose end it waits for. */
  public static final String QUARANTINED = "poolkeeper:quarantined";

  private static final String KEEP = "poolkeeper:keep";

  /**
   * The row ids of a volume's share, target or subsystem, by the list that has it; cleared when the
   * driver removed it.
   */
  private static final Map<ObjectKind, String> SHARE_IDS =
      Map.of(
          ObjectKind.NFS_SHARE, "democratic-csi:freenas_nfs_share_id",
          ObjectKind.SMB_SHARE, "democratic-csi:freenas_smb_share_id",
          ObjectKind.ISCSI_TARGET, "democratic-csi:freenas_iscsi_target_id",
          ObjectKind.ISCSI_EXTENT, "democratic-csi:freenas_iscsi_extent_id",
          ObjectKind.ISCSI_TARGET_EXTENT, "democratic-csi:freenas_iscsi_targettoextent_id",
          ObjectKind.NVME_SUBSYSTEM, "democratic-csi:freenas_nvmeof_subsystem_id",
          ObjectKind.NVME_NAMESPACE, "democratic-csi:freenas_nvmeof_namespace_id");

  private CsiMarks() {}

  /** What our own cleanup wrote on this very dataset; empty when it is not quarantined. */
  public static Optional<String> quarantined(Dataset dataset) {
    UserProperty mark = dataset.properties().get(QUARANTINED);
    return mark == null || mark.source() == PropertySource.INHERITED
        ? Optional.empty()
        : dataset.property(QUARANTINED);
  }

  /** The CSI volume name a driver wrote on this very dataset. */
  public static Optional<String> volumeName(Dataset dataset, Optional<Dataset> parent) {
    if (dataset.property(SNAPSHOT_NAME).isPresent() || inherited(dataset.properties())) {
      return Optional.empty();
    }
    Optional<String> own = dataset.property(VOLUME_NAME);
    boolean fromParent =
        own.isPresent() && own.equals(parent.flatMap(p -> p.property(VOLUME_NAME)));
    return fromParent ? Optional.empty() : own;
  }

  private static boolean inherited(Map<String, UserProperty> properties) {
    UserProperty name = properties.get(VOLUME_NAME);
    return name != null && name.source() == PropertySource.INHERITED;
  }

  /** Whether the dataset is a detached CSI snapshot: {@code …/<source volume>/<snapshot name>}. */
  public static boolean detachedSnapshot(Dataset dataset) {
    String leaf = dataset.leaf();
    String source = dataset.parent().map(p -> p.substring(p.lastIndexOf('/') + 1)).orElse("");
    return dataset.property(SNAPSHOT_NAME).filter(leaf::equals).isPresent()
        && dataset.property(SNAPSHOT_SOURCE).filter(source::equals).isPresent();
  }

  /**
   * The same, and the mark was written on this system: the copy was received, but by the driver.
   */
  public static boolean detachedHere(Dataset dataset) {
    UserProperty name = dataset.properties().get(SNAPSHOT_NAME);
    return detachedSnapshot(dataset)
        && name != null
        && name.source() == PropertySource.LOCAL
        && (!dataset.readOnly().orElse(false) || quarantined(dataset).isPresent());
  }

  /** Whether a driver made this ZFS snapshot for a VolumeSnapshot. */
  public static boolean csiSnapshot(ZfsSnapshot snapshot) {
    UserProperty mark = snapshot.properties().get(SNAPSHOT_NAME);
    return mark != null
        && mark.source() != PropertySource.INHERITED
        && mark.value().equals(snapshot.name());
  }

  /** The request on the dataset to leave it alone. */
  public static Optional<String> keep(Dataset dataset) {
    return keep(dataset.property(KEEP));
  }

  /** The request on the snapshot, or inherited from its dataset, to leave it alone. */
  public static Optional<String> keep(ZfsSnapshot snapshot) {
    return keep(snapshot.property(KEEP));
  }

  private static Optional<String> keep(Optional<String> property) {
    return property
        .filter(value -> !value.strip().equalsIgnoreCase("false"))
        .map(value -> KEEP + "=" + value);
  }

  /** Whether volumes of this provisioner_driver bear the row ids of what serves them. */
  public static boolean keepsShareIds(String provisioner) {
    return provisioner.startsWith("freenas-") || provisioner.startsWith("truenas-");
  }

  /** Whether the dataset bears the row id of anything that serves it. */
  public static boolean hasShareId(Dataset dataset) {
    return SHARE_IDS.values().stream().anyMatch(key -> dataset.property(key).isPresent());
  }

  /**
   * Whether a driver noted on this very dataset, which is no copy, what it made for it in a list of
   * shares, targets or subsystems.
   */
  public static boolean notes(Dataset dataset, ObjectKind list) {
    String key = SHARE_IDS.getOrDefault(list, "");
    UserProperty note = dataset.properties().get(key);
    return note != null
        && note.source() == PropertySource.LOCAL
        && dataset.property(key).isPresent();
  }

  /** Whether any CSI driver has written on the dataset, inherited marks included. */
  public static boolean anyDriver(Dataset dataset) {
    return dataset.properties().keySet().stream().anyMatch(key -> key.contains("csi"));
  }
}
