package dev.poolkeeper.processors.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * Where a volume says its data is. In-tree NFS and iSCSI are written with the attribute names that
 * democratic-csi uses ({@code server}, {@code share}, {@code portal}, {@code iqn}, {@code lun}), so
 * that one protocol chain serves all.
 *
 * @param type {@code csi}, {@code nfs}, {@code iscsi}, or the in-tree type as Kubernetes names it
 * @param driver CSI driver name; empty unless {@code type} is {@code csi}
 * @param handle CSI volumeHandle; empty unless {@code type} is {@code csi}
 * @param attributes the known, secret-free volume attributes
 */
public record VolumeSource(
    String type, String driver, String handle, Map<String, String> attributes) {

  public VolumeSource {
    requireNonNull(type, "type");
    requireNonNull(driver, "driver");
    requireNonNull(handle, "handle");
    attributes = Map.copyOf(attributes);
  }

  public static VolumeSource csi(String driver, String handle, Map<String, String> attributes) {
    return new VolumeSource("csi", driver, handle, attributes);
  }

  /** A volume attribute; empty when absent or blank (drivers write {@code ""} for "none"). */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isBlank());
  }
}
