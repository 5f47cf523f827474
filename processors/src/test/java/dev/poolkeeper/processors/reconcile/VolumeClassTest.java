package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.support.VolumeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of driver stands behind a volume. */
class VolumeClassTest {

  private static VolumeClass of(VolumeBuilder volume) {
    return VolumeClass.of(volume.source());
  }

  @ParameterizedTest
  @CsvSource({
    "freenas-nfs, DEMOCRATIC_CSI, NFS",
    "truenas-nfs, DEMOCRATIC_CSI, NFS",
    "freenas-api-nfs, DEMOCRATIC_CSI, NFS",
    "freenas-iscsi, DEMOCRATIC_CSI, ISCSI",
    "freenas-api-iscsi, DEMOCRATIC_CSI, ISCSI",
    "truenas-api-smb, DEMOCRATIC_CSI, SMB",
    "truenas-api-nvmeof, DEMOCRATIC_CSI, NVMEOF",
    "zfs-generic-nfs, ZFS_GENERIC, NFS",
    "zfs-generic-iscsi, ZFS_GENERIC, ISCSI",
    "nfs-client, SHARED, NFS",
    "smb-client, SHARED, SMB",
    "node-manual, SHARED, NFS",
    "zfs-local-dataset, FOREIGN, UNKNOWN",
    "synology-iscsi, FOREIGN, UNKNOWN",
    "local-hostpath, FOREIGN, UNKNOWN"
  })
  void provisionerDriverDecides(String provisioner, DriverFamily family, Protocol protocol) {
    assertThat(
            of(
                aVolume("v")
                    .driver("free text")
                    .with("provisioner_driver", provisioner)
                    .with("share", "/mnt/a")))
        .isEqualTo(new VolumeClass(family, protocol));
  }

  @Test
  void driverNameDecidesOnlyForDriversWithAFixedOne() {
    assertThat(of(aVolume("v").driver("csi.truenas.io").with("targetIQN", "iqn:x")))
        .isEqualTo(new VolumeClass(DriverFamily.TRUENAS_CSI, Protocol.ISCSI));
    assertThat(of(aVolume("v").driver("csi.truenas.io").with("nfsPath", "/mnt/a")))
        .isEqualTo(new VolumeClass(DriverFamily.TRUENAS_CSI, Protocol.NFS));
    assertThat(of(aVolume("v").driver("csi.truenas.io")))
        .isEqualTo(new VolumeClass(DriverFamily.TRUENAS_CSI, Protocol.UNKNOWN));
    assertThat(of(aVolume("v").driver("tns.csi.io").with("protocol", "nvmeof")))
        .isEqualTo(new VolumeClass(DriverFamily.TNS_CSI, Protocol.NVMEOF));
    assertThat(of(aVolume("v").driver("org.democratic-csi.nfs")))
        .isEqualTo(new VolumeClass(DriverFamily.FOREIGN, Protocol.UNKNOWN));
  }

  @Test
  void volumeWithoutProvisionerMayUseADatasetButOwnsNone() {
    assertThat(of(aVolume("v").with("share", "/mnt/a")).family()).isEqualTo(DriverFamily.SHARED);
    assertThat(of(aVolume("v").with("iqn", "iqn:x")))
        .isEqualTo(new VolumeClass(DriverFamily.SHARED, Protocol.ISCSI));
    assertThat(of(aVolume("v").with("nqn", "nqn:x")))
        .isEqualTo(new VolumeClass(DriverFamily.SHARED, Protocol.NVMEOF));
  }

  @Test
  void inTreeNfsAndIscsiAreSharedAndTheRestIsForeign() {
    assertThat(of(aVolume("v").inTree("nfs").with("share", "/mnt/a")))
        .isEqualTo(new VolumeClass(DriverFamily.SHARED, Protocol.NFS));
    assertThat(of(aVolume("v").inTree("iscsi").with("iqn", "iqn:x")))
        .isEqualTo(new VolumeClass(DriverFamily.SHARED, Protocol.ISCSI));
    assertThat(of(aVolume("v").inTree("rbd")).family()).isEqualTo(DriverFamily.FOREIGN);
  }
}
