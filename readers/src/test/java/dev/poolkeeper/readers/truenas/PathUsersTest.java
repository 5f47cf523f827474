package dev.poolkeeper.readers.truenas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.NfsClient;
import dev.poolkeeper.processors.inventory.NvmeSession;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PathUser;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.readers.recorded.EstateFolder;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who uses paths and zvols on the appliance itself. */
class PathUsersTest {

  @TempDir Path directory;

  private Read read(ObjectKind kind, String method, String content) {
    Read read = new EstateFolder(directory).nas(method, content).read(kind);
    assertThat(read.capture().problems()).isEmpty();
    return read;
  }

  @Test
  void devicesOfVirtualMachines() {
    assertThat(
            read(
                    ObjectKind.VM_DEVICE,
                    "vm.device.query",
                    """
                    [{"id": 1, "vm": 4, "order": 1001,
                      "attributes": {"dtype": "DISK", "path": "/dev/zvol/tank/my+vm", "type": "AHCI"}},
                     {"id": 2, "vm": 4, "dtype": "RAW", "attributes": {"path": "/mnt/tank/vm/disk.img"}},
                     {"id": 3, "vm": 4, "attributes": {"dtype": "DISPLAY", "password": "secret"}}]""")
                .objects())
        .isEqualTo(
            List.of(
                user(ObjectKind.VM_DEVICE, "1", "virtual machine 4", List.of(), "tank/my vm"),
                user(
                    ObjectKind.VM_DEVICE,
                    "2",
                    "virtual machine 4",
                    List.of("/mnt/tank/vm/disk.img")),
                user(ObjectKind.VM_DEVICE, "3", "virtual machine 4", List.of())));
  }

  private static PathUser user(
      ObjectKind kind, String id, String name, List<String> paths, String... zvols) {
    return new PathUser(kind, "nas1", id, name, paths, List.of(zvols));
  }

  @Test
  void foldersThatAppsMount() {
    assertThat(
            read(
                    ObjectKind.APP,
                    "app.query",
                    """
                    [{"name": "plex", "id": "plex", "state": "RUNNING", "active_workloads": {
                      "containers": 1, "volumes": [
                       {"source": "/mnt/tank/media", "destination": "/data", "mode": "ro", "type": "bind"},
                       {"source": "/mnt/tank/media", "destination": "/more", "mode": "", "type": "bind"},
                       {"source": "plex_cache", "destination": "/cache", "mode": "", "type": "volume"}]},
                      "config": {"token": "secret"}}]""")
                .only(PathUser.class))
        .isEqualTo(user(ObjectKind.APP, "plex", "plex", List.of("/mnt/tank/media")));
  }

  @Test
  void foldersOfCloudSyncAndRsyncTasks() {
    assertThat(
            read(
                    ObjectKind.CLOUD_SYNC_TASK,
                    "cloudsync.query",
                    """
                    [{"id": 6, "description": "off site", "direction": "PUSH", "path": "/mnt/tank/a",
                      "credentials": {"provider": {"pass": "secret"}}, "enabled": true}]""")
                .only(PathUser.class))
        .isEqualTo(user(ObjectKind.CLOUD_SYNC_TASK, "6", "off site", List.of("/mnt/tank/a")));
    assertThat(
            read(
                    ObjectKind.RSYNC_TASK,
                    "rsynctask.query",
                    "[{\"id\": 7, \"desc\": \"to b\", \"path\": \"/mnt/tank/b\", \"enabled\": true}]")
                .only(PathUser.class))
        .isEqualTo(user(ObjectKind.RSYNC_TASK, "7", "to b", List.of("/mnt/tank/b")));
  }

  @Test
  void connectionsOfNvmeHosts() {
    assertThat(
            read(
                    ObjectKind.NVME_SESSION,
                    "nvmet.global.sessions",
                    """
                    [{"host_traddr": "10.0.0.21", "hostnqn": "nqn.a", "subsys_id": 5, "port_id": 1, "ctrl": 1},
                     {"host_traddr": "10.0.0.21", "hostnqn": "nqn.a", "subsys_id": 5, "port_id": 1, "ctrl": 2}]""")
                .only(NvmeSession.class))
        .isEqualTo(new NvmeSession("nas1", "nqn.a", "10.0.0.21", 5, 1));
  }

  @Test
  void clientsInTheMountTable() {
    assertThat(
            read(
                    ObjectKind.NFS_CLIENT,
                    "nfs.get_nfs3_clients",
                    "[{\"ip\": \"10.0.0.21\", \"export\": \"/mnt/tank/a\"}]")
                .only(NfsClient.class))
        .isEqualTo(new NfsClient("nas1", "10.0.0.21", "/mnt/tank/a"));
  }

  @Test
  void replicationAtWork() {
    assertThat(
            read(
                    ObjectKind.REPLICATION_TASK,
                    "replication.query",
                    """
                    [{"id": 2, "name": "out", "direction": "PUSH", "transport": "SSH",
                      "source_datasets": ["tank/k8s"], "target_dataset": "backup/k8s",
                      "recursive": true, "enabled": true, "state": {"state": "RUNNING"}}]""")
                .only(ReplicationTask.class)
                .running())
        .isTrue();
  }
}
