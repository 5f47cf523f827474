package dev.poolkeeper.readers.truenas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Alert;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiGlobal;
import dev.poolkeeper.processors.inventory.IscsiInitiator;
import dev.poolkeeper.processors.inventory.IscsiPortal;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NasIdentity;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.NvmeSubsystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationRun;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.readers.recorded.EstateFolder;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares, targets, tasks, alerts and the identity of a NAS. */
class SharesTest {

  @TempDir Path directory;

  private Read read(ObjectKind kind, String method, String content) {
    Read read = new EstateFolder(directory).nas(method, content).read(kind);
    assertThat(read.capture().problems()).isEmpty();
    return read;
  }

  @Test
  void nfsSharesOfEveryRelease() {
    assertThat(
            read(
                    ObjectKind.NFS_SHARE,
                    "sharing.nfs.query",
                    """
                    [{"id": 1, "paths": ["/mnt/tank/a", "/mnt/tank/b"], "comment": "", "enabled": true},
                     {"id": "2", "path": "/mnt/tank/c", "aliases": ["/d"], "enabled": false,
                      "comment": "democratic-csi (nfs): tank/c", "locked": null}]\
                    """)
                .objects())
        .isEqualTo(
            List.of(
                new NfsShare("nas1", 1, List.of("/mnt/tank/a", "/mnt/tank/b"), "", true),
                new NfsShare(
                    "nas1",
                    2,
                    List.of("/mnt/tank/c", "/d"),
                    "democratic-csi (nfs): tank/c",
                    false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7 8 9", "9 8 7", "8 9 7"})
  void sharesOfOnePathHaveNamesOfTheirOwnWhateverTheOrder(String order) {
    String rows =
        Arrays.stream(order.split(" "))
            .map("{\"id\": %s, \"path\": \"/mnt/tank/a\", \"comment\": \"\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(read(ObjectKind.NFS_SHARE, "sharing.nfs.query", rows).objects())
        .extracting(object -> object.subject().toString())
        .containsExactlyInAnyOrder(
            "nas1/nfs-shares/mnt/tank/a",
            "nas1/nfs-shares/mnt/tank/a#8",
            "nas1/nfs-shares/mnt/tank/a#9");
  }

  @Test
  void sharesAreToldApartByTheirFirstPath() {
    assertThat(
            read(
                    ObjectKind.NFS_SHARE,
                    "sharing.nfs.query",
                    """
                    [{"id": 1, "paths": ["/mnt/tank/a", "/mnt/tank/b"]},
                     {"id": 2, "paths": ["/mnt/tank/b"]},
                     {"id": 3, "paths": ["/mnt/tank/a", "/mnt/tank/c"]}]\
                    """)
                .objects())
        .extracting(object -> object.subject().toString())
        .containsExactly(
            "nas1/nfs-shares/mnt/tank/a",
            "nas1/nfs-shares/mnt/tank/b",
            "nas1/nfs-shares/mnt/tank/a#3");
  }

  @Test
  void shareThatIsThereTwiceIsOneAndWithOtherContentAProblem() {
    String row = "{\"id\": 7, \"path\": \"/mnt/tank/a\", \"comment\": \"%s\"}";
    String twice = "[" + row.formatted("") + "," + row.formatted("") + "]";
    assertThat(read(ObjectKind.NFS_SHARE, "sharing.nfs.query", twice).objects()).hasSize(1);

    Read other =
        new EstateFolder(directory)
            .nas("sharing.nfs.query", "[" + row.formatted("") + "," + row.formatted("x") + "]")
            .read(ObjectKind.NFS_SHARE);
    assertThat(other.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(other.capture().problems())
        .singleElement()
        .asString()
        .contains("a second nas1/nfs-shares/mnt/tank/a with other content");
  }

  @Test
  void smbShare() {
    assertThat(
            read(
                    ObjectKind.SMB_SHARE,
                    "sharing.smb.query",
                    """
                    [{"id": 51, "name": "pvc-77", "path": "EXTERNAL", "enabled": true, "comment": ""}]\
                    """)
                .only(SmbShare.class))
        .isEqualTo(new SmbShare("nas1", 51, "pvc-77", "EXTERNAL", "", true));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "zvol/tank/a+b, zvol/tank/a+b, tank/a b",
        "null, /dev/zvol/tank/c, tank/c",
        "da0, zvol/tank/d, tank/d",
        "null, /mnt/tank/file, null"
      })
  void iscsiExtentNamesTheZvolBehindIt(String disk, String path, String dataset) {
    String content =
        """
        [{"id": 21, "name": "101", "type": "DISK", "disk": %s, "path": "%s", "filesize": "0",
          "comment": null, "enabled": true, "naa": null}]\
        """
            .formatted(disk == null ? "null" : "\"" + disk + "\"", path);

    assertThat(read(ObjectKind.ISCSI_EXTENT, "iscsi.extent.query", content).only(IscsiExtent.class))
        .isEqualTo(new IscsiExtent("nas1", 21, "101", Optional.ofNullable(dataset), "", true));
  }

  @Test
  void iscsiChain() {
    assertThat(
            read(
                    ObjectKind.ISCSI_GLOBAL,
                    "iscsi.global.config",
                    "{\"id\": 1, \"basename\": \"iqn.2005-10.org.freenas.ctl\"}")
                .only(IscsiGlobal.class))
        .isEqualTo(new IscsiGlobal("nas1", "iqn.2005-10.org.freenas.ctl"));
    assertThat(
            read(
                    ObjectKind.ISCSI_PORTAL,
                    "iscsi.portal.query",
                    "[{\"id\": 1, \"tag\": 1, \"listen\": [{\"ip\": \"10.0.0.5\", \"port\":"
                        + " 3260}]}]")
                .only(IscsiPortal.class))
        .isEqualTo(new IscsiPortal("nas1", 1, List.of("10.0.0.5")));
    assertThat(
            read(
                    ObjectKind.ISCSI_INITIATOR,
                    "iscsi.initiator.query",
                    "[{\"id\": 1, \"initiators\": [], \"comment\": \"CSI volume tank/a\"}]")
                .only(IscsiInitiator.class))
        .isEqualTo(new IscsiInitiator("nas1", 1, "CSI volume tank/a"));
    assertThat(
            read(
                    ObjectKind.ISCSI_TARGET,
                    "iscsi.target.query",
                    "[{\"id\": 11, \"name\": \"csi-a\", \"alias\": \"\"}]")
                .only(IscsiTarget.class))
        .isEqualTo(new IscsiTarget("nas1", 11, "csi-a", Optional.empty()));
    assertThat(
            read(
                    ObjectKind.ISCSI_TARGET_EXTENT,
                    "iscsi.targetextent.query",
                    "[{\"id\": 31, \"target\": 11, \"extent\": 21, \"lunid\": 0}]")
                .only(IscsiTargetExtent.class))
        .isEqualTo(new IscsiTargetExtent("nas1", 31, 11, 21, 0));
  }

  @Test
  void twoSessionsOfOneInitiatorAreOne() {
    String session =
        """
        {"initiator": "iqn.a", "initiator_addr": "10.0.0.21", "target": "iqn.t", "tid": %d}\
        """;

    assertThat(
            read(
                    ObjectKind.ISCSI_SESSION,
                    "iscsi.global.sessions",
                    "[" + session.formatted(1) + "," + session.formatted(2) + "]")
                .only(IscsiSession.class))
        .isEqualTo(new IscsiSession("nas1", "iqn.a", "10.0.0.21", "iqn.t"));
  }

  @Test
  void nvmeSubsystemAndNamespace() {
    assertThat(
            read(
                    ObjectKind.NVME_SUBSYSTEM,
                    "nvmet.subsys.query",
                    "[{\"id\": 5, \"name\": \"pvc-nv1\", \"subnqn\": \"nqn:pvc-nv1\"}]")
                .only(NvmeSubsystem.class))
        .isEqualTo(new NvmeSubsystem("nas1", 5, "pvc-nv1", "nqn:pvc-nv1"));
    assertThat(
            read(
                    ObjectKind.NVME_NAMESPACE,
                    "nvmet.namespace.query",
                    """
                    [{"id": 7, "nsid": 1, "subsys": {"id": 5, "subnqn": "nqn:pvc-nv1"},
                      "device_type": "ZVOL", "device_path": "zvol/tank/pvc-nv1"}]\
                    """)
                .only(NvmeNamespace.class))
        .isEqualTo(new NvmeNamespace("nas1", 7, "nqn:pvc-nv1", 1, Optional.of("tank/pvc-nv1")));
  }

  @Test
  void tasks() {
    assertThat(
            read(
                    ObjectKind.SNAPSHOT_TASK,
                    "pool.snapshottask.query",
                    """
                    [{"id": 3, "dataset": "tank/k8s", "recursive": true, "exclude": ["tank/k8s/x"],
                      "lifetime_value": 2, "lifetime_unit": "WEEK", "enabled": true,
                      "naming_schema": "auto-%Y-%m-%d_%H-%M", "schedule": {"minute": "0",
                      "hour": "*/6", "dom": "*", "month": "*", "dow": "*", "begin": "08:00",
                      "end": "18:30"}, "allow_empty": false, "state": {"state": "FINISHED",
                      "datetime": {"$date": 1755820800000}}}]""")
                .only(SnapshotTask.class))
        .isEqualTo(
            new SnapshotTask(
                "nas1",
                3,
                "tank/k8s",
                true,
                List.of("tank/k8s/x"),
                "auto-%Y-%m-%d_%H-%M",
                "0 */6 * * *",
                "2 WEEK",
                true,
                new SnapshotTask.Terms(
                    Optional.of("08:00"),
                    Optional.of("18:30"),
                    Optional.of(false),
                    Optional.of(Instant.ofEpochMilli(1755820800000L)))));
    assertThat(
            read(
                    ObjectKind.REPLICATION_TASK,
                    "replication.query",
                    """
                    [{"id": 2, "name": "out", "direction": "PUSH", "transport": "SSH",
                      "source_datasets": ["tank/k8s"], "target_dataset": "backup/k8s",
                      "recursive": true, "enabled": true, "ssh_credentials": {"id": 1},
                      "retention_policy": "CUSTOM", "lifetime_value": 3, "lifetime_unit": "MONTH",
                      "lifetimes": [], "naming_schema": ["auto-%Y-%m-%d_%H-%M"],
                      "also_include_naming_schema": ["weekly-%Y-%m-%d"], "exclude": ["tank/k8s/x"],
                      "periodic_snapshot_tasks": [{"id": 3, "dataset": "tank/k8s"}],
                      "hold_pending_snapshots": true, "state": {"state": "FINISHED",
                      "datetime": {"$date": 1755820800000},
                      "last_snapshot": "tank/k8s@auto-2025-08-22_00-00"}}]""")
                .only(ReplicationTask.class))
        .isEqualTo(
            new ReplicationTask(
                "nas1",
                2,
                "out",
                "PUSH",
                "SSH",
                List.of("tank/k8s"),
                "backup/k8s",
                true,
                true,
                false,
                List.of("tank/k8s/x"),
                Optional.of(
                    new ReplicationRun(
                        "FINISHED",
                        Optional.of(Instant.parse("2025-08-22T00:00:00Z")),
                        Optional.of("tank/k8s@auto-2025-08-22_00-00"))),
                new ReplicationTask.Retention(
                    Optional.of("CUSTOM"),
                    "3 MONTH",
                    false,
                    List.of("auto-%Y-%m-%d_%H-%M", "weekly-%Y-%m-%d"),
                    List.of(3L),
                    true)));
  }

  @Test
  void alertInTheWordsOfTheAppliance() {
    assertThat(
            read(
                    ObjectKind.ALERT,
                    "alert.list",
                    """
                    [{"uuid": "5f", "klass": "ZpoolCapacityWarning", "level": "WARNING",
                      "datetime": {"$date": 1755500000000}, "text": "pool %(volume)s",
                      "formatted": "pool tank", "args": {"volume": "tank"}, "dismissed": true}]\
                    """)
                .only(Alert.class))
        .isEqualTo(
            new Alert(
                "nas1",
                "5f",
                "ZpoolCapacityWarning",
                "WARNING",
                "pool tank",
                Optional.of(Instant.ofEpochSecond(1_755_500_000)),
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a1b2c3d", "\"0a1b2c3d\"", "0a1b2c3d\n", "\uFEFF\"0a1b2c3d\"\r\n"})
  void hostIdBareOrQuoted(String content) {
    assertThat(read(ObjectKind.NAS_IDENTITY, "system.host_id", content).only(NasIdentity.class))
        .isEqualTo(new NasIdentity("nas1", "0a1b2c3d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\"\"", "Not authenticated", "{\"jsonrpc\": \"2.0\"}", "[1]", "null "})
  void whatIsNoHostIdFails(String content) {
    Read read =
        new EstateFolder(directory).nas("system.host_id", content).read(ObjectKind.NAS_IDENTITY);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.capture().problems()).hasSize(1);
  }
}
