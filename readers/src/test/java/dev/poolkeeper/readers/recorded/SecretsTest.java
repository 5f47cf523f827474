package dev.poolkeeper.readers.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret of any payload reaches a record or a message. Every secret here says "hunter". */
class SecretsTest {

  @TempDir Path directory;
  private EstateFolder folder;

  @BeforeEach
  void estate() {
    folder = new EstateFolder(directory);
  }

  private Read readSafely(ObjectKind kind) {
    Read read = folder.read(kind);
    assertThat(read.objects().toString()).doesNotContain("hunter");
    assertThat(read.capture().toString()).doesNotContain("hunter");
    return read;
  }

  @Test
  void volumeAttributesKeepKnownNamesOnly() {
    folder.cluster(
        "persistentvolumes",
        """
        {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "a", "uid": "u",
          "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "hunter"}},
         "spec": {"csi": {"driver": "csi.truenas.io", "volumeHandle": "tank/a",
          "nodeStageSecretRef": {"name": "hunter"}, "volumeAttributes": {
            "protocol": "iscsi", "targetIQN": "iqn:a", "lun": "0",
            "iscsi.chapUser": "hunter", "iscsi.chapSecret": "hunter",
            "iscsi.chapPeerSecret": "hunter", "encryption.passphrase": "hunter",
            "encryption.key": "hunter", "snapshotSecret": "hunter",
            "snapshot.schedule": "0 * * * *", "env.OBJECTIVEFS_LICENSE": "hunter"}}}}""");

    Read read = readSafely(ObjectKind.PERSISTENT_VOLUME);

    assertThat(read.only(PersistentVolume.class).source().attributes())
        .containsOnlyKeys("protocol", "targetIQN", "lun", "snapshot.schedule");
  }

  @Test
  void classesKeepNoParameters() {
    folder.cluster(
        "storageclasses",
        """
        {"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "a"},
         "provisioner": "csi.truenas.io", "parameters": {"encryption.passphrase": "hunter"}}""");

    readSafely(ObjectKind.STORAGE_CLASS);
  }

  @Test
  void datasetsKeepPropertiesOfCsiDriversAndOurOwnOnly() {
    folder.nas(
        "pool.dataset.query",
        """
        [{"id": "tank/a", "type": "FILESYSTEM", "encryption_options": {"passphrase": "hunter"},
          "pbkdf2iters": {"rawvalue": "hunter"}, "user_properties": {
            "backup:token": {"rawvalue": "hunter"},
            "comments": {"rawvalue": "hunter"},
            "other-csi:chap_password": {"rawvalue": "hunter"},
            "other-csi:context": {"rawvalue": "[\\"hunter\\"]"},
            "other-csi:broken": {"rawvalue": "{\\"secret\\": \\"hunter"},
            "tns-csi:volume": {"rawvalue": "a"},
            "managed_by": {"rawvalue": "tns-csi"},
            "cluster_id": {"rawvalue": "c1"},
            "poolkeeper:keep": {"rawvalue": "audit"},
            "democratic-csi:csi_share_volume_context": {"rawvalue":
              "{\\"node_attach_driver\\":\\"iscsi\\",\\"lun\\":0,\\"chap\\":\\"hunter\\"}"}}}]""");

    Dataset dataset = readSafely(ObjectKind.DATASET).only(Dataset.class);

    assertThat(dataset.properties())
        .containsOnlyKeys(
            "tns-csi:volume",
            "managed_by",
            "cluster_id",
            "poolkeeper:keep",
            "democratic-csi:csi_share_volume_context");
    assertThat(dataset.property("democratic-csi:csi_share_volume_context"))
        .contains("{\"node_attach_driver\":\"iscsi\",\"lun\":0}");
  }

  @Test
  void tasksAndTargetsKeepNoCredentials() {
    folder
        .nas(
            "replication.query",
            """
            [{"id": 2, "ssh_credentials": {"attributes": {"private_key": "hunter"}},
              "encryption_key": "hunter"}]""")
        .nas(
            "iscsi.target.query",
            "[{\"id\": 1, \"name\": \"t\", \"groups\": [{\"auth\": \"hunter\"}]}]")
        .nas("iscsi.auth.query", "[{\"id\": 1, \"user\": \"hunter\", \"secret\": \"hunter\"}]");

    assertThat(readSafely(ObjectKind.REPLICATION_TASK).objects()).hasSize(1);
    assertThat(readSafely(ObjectKind.ISCSI_TARGET).objects()).hasSize(1);
  }

  @Test
  void messagesAboutBrokenFilesDoNotQuoteThem() {
    for (String content :
        new String[] {
          "[{\"id\": \"a\", \"secret\": hunter2}]",
          "[{\"secret\": \"hunter",
          "[{\"id\": 1, \"secret\": \"hunter\" \"hunter\"}]",
          "password: hunter2",
          "{\"jsonrpc\": \"2.0\", \"result\": [\"hunter\"]}",
          "[{\"secret\": \"hunter\"}, \"hunter\"]"
        }) {
      folder.nas("replication.query", content);
      readSafely(ObjectKind.REPLICATION_TASK);
    }
  }
}
