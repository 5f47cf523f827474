package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One volume as its driver names it everywhere.
 *
 * @param leaf last component of its dataset
 * @param basename how its IQN began when it was made; the NAS may have another now
 */
record Volume(
    Driver driver,
    String claimUid,
    String namespace,
    String claim,
    String leaf,
    String basename,
    long bytes,
    Instant createdAt) {

  /** Name of the PersistentVolume. */
  String name() {
    return "pvc-" + claimUid;
  }

  String dataset() {
    return driver.parent() + "/" + leaf;
  }

  String mountpoint() {
    return "/mnt/" + dataset();
  }

  String handle() {
    return driver.style().trueNasCsi() ? dataset() : leaf;
  }

  /** Name of its target, extent, SMB share or subsystem. */
  String asset() {
    return driver.style().trueNasCsi()
        ? "csi-" + dataset().toLowerCase(Locale.ROOT).replace('/', '-')
        : (driver.prefix() + leaf + driver.suffix()).toLowerCase(Locale.ROOT);
  }

  String iqn() {
    return basename + ":" + asset();
  }

  String nqn() {
    return "nqn.2011-06.com.truenas:" + asset();
  }

  Subject volumeSubject() {
    return Subject.of(driver.cluster(), ObjectKind.PERSISTENT_VOLUME, name());
  }

  Subject claimSubject() {
    return Subject.of(
        driver.cluster(), ObjectKind.PERSISTENT_VOLUME_CLAIM, namespace + "/" + claim);
  }

  Subject datasetSubject() {
    return Subject.of(driver.nas().name(), ObjectKind.DATASET, dataset());
  }

  VolumeSource source() {
    Map<String, String> attributes = new TreeMap<>(served());
    if (driver.style().democratic()) {
      attributes.put("provisioner_driver", driver.style().provisioner());
      driver.instance().ifPresent(id -> attributes.put("provisioner_driver_instance_id", id));
    }
    return VolumeSource.csi(driver.label(), handle(), attributes);
  }

  /** What a node is told to mount; democratic-csi keeps the same on the dataset. */
  Map<String, String> served() {
    String address = driver.nas().address();
    if (driver.style().trueNasCsi()) {
      return driver.style().block()
          ? Map.of("targetPortal", address + ":3260", "targetIQN", iqn(), "lun", "0")
          : Map.of("nfsServer", address, "nfsPath", mountpoint());
    }
    if (driver.style().tns()) {
      return driver.style().block()
          ? Map.of(
              "protocol", "iscsi", "server", address, "datasetID", dataset(), "iscsiIQN", iqn())
          : Map.of(
              "protocol", "nfs", "server", address, "share", mountpoint(), "datasetID", dataset());
    }
    return switch (driver.style().protocol()) {
      case NFS -> Map.of("node_attach_driver", "nfs", "server", address, "share", mountpoint());
      case SMB -> Map.of("node_attach_driver", "smb", "server", address, "share", asset());
      case NVMEOF ->
          Map.of(
              "node_attach_driver",
              "nvmeof",
              "transport",
              "tcp://" + address + ":4420",
              "nqn",
              nqn(),
              "nsid",
              "1");
      case ISCSI, UNKNOWN ->
          Map.of(
              "node_attach_driver", "iscsi", "portal", address + ":3260", "iqn", iqn(), "lun", "0");
    };
  }
}
