package dev.poolkeeper.readers.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ClusterVersion;
import dev.poolkeeper.processors.inventory.CsiStorageCapacity;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.readers.recorded.EstateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadsTest {

  private static final VolumeSource NFS =
      new VolumeSource("nfs", "", "", Map.of("server", "10.0.0.5", "share", "/mnt/tank/c"));

  /**
   * A claim twice, a generic ephemeral volume, an inline one, and one that is no storage of ours.
   */
  private static final String TEMPLATE =
      """
      {"spec": {"volumes": [
       {"name": "a", "persistentVolumeClaim": {"claimName": "data"}},
       {"name": "b", "persistentVolumeClaim": {"claimName": "data", "readOnly": true}},
       {"name": "c", "ephemeral": {"volumeClaimTemplate": {"spec": {}}}},
       {"name": "d", "nfs": {"server": "10.0.0.5", "path": "/mnt/tank/c"}},
       {"name": "e", "emptyDir": {}}]}}""";

  @TempDir Path directory;

  private EstateFolder.Read read(ObjectKind kind, String version, String name, String spec) {
    return new EstateFolder(directory)
        .cluster(
            kind.plural(),
            "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": {\"name\": \"x\", \"namespace\": \"media\"}, \"spec\": %s}"
                .formatted(version, name, spec))
        .read(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "DEPLOYMENT, apps/v1, Deployment",
    "DAEMON_SET, apps/v1, DaemonSet",
    "JOB, batch/v1, Job"
  })
  void claimsAndInlineVolumesOfTheTemplateAreKept(ObjectKind kind, String version, String name) {
    EstateFolder.Read read = read(kind, version, name, "{\"template\": " + TEMPLATE + "}");

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.only(Workload.class))
        .isEqualTo(new Workload(kind, "prod-a", "media", "x", List.of("data"), List.of(NFS)));
  }

  @Test
  void cronJobHasItsTemplateInsideThatOfItsJobs() {
    EstateFolder.Read read =
        read(
            ObjectKind.CRON_JOB,
            "batch/v1",
            "CronJob",
            "{\"jobTemplate\": {\"spec\": {\"template\": " + TEMPLATE + "}}}");

    assertThat(read.only(Workload.class))
        .isEqualTo(
            new Workload(
                ObjectKind.CRON_JOB, "prod-a", "media", "x", List.of("data"), List.of(NFS)));
  }

  @Test
  void machineRefersToClaimsInFourWays() {
    EstateFolder.Read read =
        read(
            ObjectKind.VIRTUAL_MACHINE,
            "kubevirt.io/v1",
            "VirtualMachine",
            """
            {"running": false, "template": {"spec": {"volumes": [
             {"name": "a", "persistentVolumeClaim": {"claimName": "root"}},
             {"name": "b", "dataVolume": {"name": "data"}},
             {"name": "c", "ephemeral": {"persistentVolumeClaim": {"claimName": "base"}}},
             {"name": "d", "memoryDump": {"claimName": "dump"}},
             {"name": "e", "cloudInitNoCloud": {"userData": "password: x"}}]}}}""");

    assertThat(read.only(Workload.class))
        .isEqualTo(
            new Workload(
                ObjectKind.VIRTUAL_MACHINE,
                "prod-a",
                "media",
                "x",
                List.of("root", "data", "base", "dump"),
                List.of()));
  }

  @Test
  void workloadWithoutVolumesRefersToNothing() {
    EstateFolder.Read read = read(ObjectKind.DEPLOYMENT, "apps/v1", "Deployment", "{}");

    assertThat(read.only(Workload.class).claims()).isEmpty();
    assertThat(read.only(Workload.class).inlineVolumes()).isEmpty();
  }

  private CsiStorageCapacity capacity(String rest) {
    return new EstateFolder(directory)
        .cluster(
            "csistoragecapacities",
            "{\"apiVersion\": \"storage.k8s.io/v1\", \"kind\": \"CSIStorageCapacity\", \"metadata\":"
                + " {\"name\": \"c1\", \"namespace\": \"csi\"}, \"storageClassName\": \"nfs\""
                + rest
                + "}")
        .read(ObjectKind.CSI_STORAGE_CAPACITY)
        .only(CsiStorageCapacity.class);
  }

  @Test
  void storageCapacityIsUnknownUnlessTheDriverSaysIt() {
    assertThat(capacity(", \"capacity\": \"5Gi\""))
        .isEqualTo(new CsiStorageCapacity("prod-a", "csi", "c1", "nfs", OptionalLong.of(5L << 30)));
    assertThat(capacity("").capacityBytes()).isEmpty();
  }

  private EstateFolder.Read version(String content) {
    return new EstateFolder(directory)
        .clusterFile("version", content)
        .read(ObjectKind.CLUSTER_VERSION);
  }

  @Test
  void versionIsReadBareAndAsKubectlShowsIt() {
    ClusterVersion expected = new ClusterVersion("prod-a", "v1.34.2");

    assertThat(
            version("{\"major\": \"1\", \"gitVersion\": \"v1.34.2\"}").only(ClusterVersion.class))
        .isEqualTo(expected);
    assertThat(
            version(
                    "{\"clientVersion\": {\"gitVersion\": \"v1.35.0\"},"
                        + " \"serverVersion\": {\"gitVersion\": \"v1.34.2\"}}")
                .only(ClusterVersion.class))
        .isEqualTo(expected);
  }

  @Test
  void versionOfKubectlAloneIsNoVersionOfTheCluster() {
    EstateFolder.Read read = version("{\"clientVersion\": {\"gitVersion\": \"v1.35.0\"}}");

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.capture().problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.seen())
                    .isEqualTo("an object without gitVersion, so no version of an API server"));
  }
}
