package dev.poolkeeper.readers.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.readers.recorded.EstateFolder;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesListTest {

  private static final String FILE = "clusters/prod-a/persistentvolumes.json";

  @TempDir Path directory;

  private static String volume(String name) {
    return """
    {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "%s", "uid": "u"},
     "spec": {"local": {"path": "/a"}}}"""
        .formatted(name);
  }

  private Read volumes(String... items) {
    return new EstateFolder(directory)
        .cluster("persistentvolumes", items)
        .read(ObjectKind.PERSISTENT_VOLUME);
  }

  private Read file(String content) {
    return new EstateFolder(directory)
        .clusterFile("persistentvolumes", content)
        .read(ObjectKind.PERSISTENT_VOLUME);
  }

  private static void assertOne(Read read, CaptureStatus status, String where, String seen) {
    assertThat(read.capture().status()).isEqualTo(status);
    assertThat(read.capture().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo(where);
              assertThat(problem.seen()).isEqualTo(seen);
              assertThat(problem.next()).isNotBlank();
            });
  }

  @Test
  void rowsComeInTheOrderOfTheFile() {
    Read read = volumes(volume("b"), volume("a"));

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.capture().rows()).isEqualTo(2);
    assertThat(read.all(PersistentVolume.class))
        .extracting(PersistentVolume::name)
        .containsExactly("b", "a");
  }

  @Test
  void aListOfTheApiServerTellsKindAndVersionOnce() {
    Read read =
        file(
            """
            {"kind": "PersistentVolumeList", "apiVersion": "v1", "metadata": {"resourceVersion": "7"},
             "items": [{"metadata": {"name": "a"}, "spec": {"local": {"path": "/a"}}}]}""");

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.objects()).hasSize(1);
  }

  @Test
  void noItemsAreAnEmptyList() {
    assertThat(volumes().capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(file("{\"kind\": \"PersistentVolumeList\", \"items\": null}").capture().status())
        .isEqualTo(CaptureStatus.COMPLETE);
  }

  @Test
  void aListOfPodsIsNoListOfVolumes() {
    Read read =
        file(
            """
            {"kind": "PodList", "apiVersion": "v1", "items": [{"metadata": {"name": "p"}}]}""");

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.FAILED);
    assertThat(read.capture().problems())
        .extracting(CaptureProblem::seen)
        .containsExactly("kind Pod", "a PodList");
  }

  @Test
  void itemsOfAnotherKindAreSkipped() {
    Read read =
        volumes(
            volume("a"),
            "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"p\"}}");

    assertOne(read, CaptureStatus.PARTIAL, FILE + " items[1] p", "kind Pod");
  }

  @Test
  void itemsThatDoNotSayTheirKindAreSkipped() {
    assertOne(
        volumes(volume("a"), "{\"metadata\": {\"name\": \"x\"}}"),
        CaptureStatus.PARTIAL,
        FILE + " items[1] x",
        "an item that does not say its kind");
  }

  @Test
  void anUnservedVersionIsSkipped() {
    assertOne(
        volumes(volume("a"), volume("b").replace("\"v1\"", "\"v2alpha1\"")),
        CaptureStatus.PARTIAL,
        FILE + " items[1] b",
        "apiVersion v2alpha1");
  }

  @Test
  void aWrongTopLevelTypeFails() {
    assertOne(
        file("[" + volume("a") + "]"),
        CaptureStatus.FAILED,
        FILE,
        "a list where a Kubernetes list is expected");
  }

  @Test
  void oneObjectIsNoList() {
    assertOne(file(volume("a")), CaptureStatus.FAILED, FILE, "a PersistentVolume without items");
  }

  @Test
  void anErrorOfTheApiServerIsShown() {
    assertOne(
        file(
            "{\"kind\": \"Status\", \"status\": \"Failure\", \"message\": \"volumes is forbidden\"}"),
        CaptureStatus.FAILED,
        FILE,
        "an error of the API server: volumes is forbidden");
  }

  @Test
  void aPageOfALongerListIsNotTheWholeList() {
    assertOne(
        file(
            """
            {"kind": "PersistentVolumeList", "apiVersion": "v1",
             "metadata": {"continue": "abc", "remainingItemCount": 5}, "items": [%s]}"""
                .formatted(volume("a"))),
        CaptureStatus.PARTIAL,
        FILE,
        "the first page of a longer list (metadata.continue)");
  }

  @Test
  void aVolumeWithoutASourceIsSkipped() {
    assertOne(
        volumes(volume("a"), volume("b").replace("local", "capacity")),
        CaptureStatus.PARTIAL,
        FILE + " items[1] b",
        "a volume without a source (csi, nfs, iscsi, local, ...)");
  }

  @Test
  void aCsiVolumeWithoutAHandleIsSkipped() {
    assertOne(
        volumes(volume("a"), volume("b").replace("\"local\"", "\"csi\"")),
        CaptureStatus.PARTIAL,
        FILE + " items[1] b",
        "a row without spec.csi.driver");
  }

  @Test
  void aRowWithoutANameIsSkipped() {
    assertOne(
        volumes(volume("a"), volume("")),
        CaptureStatus.PARTIAL,
        FILE + " items[1]",
        "a row without metadata.name");
  }

  @Test
  void aQuantityThatIsNoneLeavesTheSizeUnknown() {
    Read read =
        volumes(
            volume("a").replace("\"spec\": {", "\"spec\": {\"capacity\": {\"storage\": \"x\"},"));

    assertOne(read, CaptureStatus.PARTIAL, FILE + " items[0] a", "spec.capacity.storage is x");
    assertThat(read.only(PersistentVolume.class).capacityBytes()).isEmpty();
  }

  @Test
  void namesAreKeptExactlyAsTheyAre() {
    String name = "<b>\\\"a'</b>\\n=cmd()";

    Read read = volumes(volume(name));

    assertThat(read.only(PersistentVolume.class).name()).isEqualTo("<b>\"a'</b>\n=cmd()");
  }

  @Test
  void yamlIsAskedForAsJson() {
    assertOne(
        file("apiVersion: v1\nkind: List\nitems: []\n"),
        CaptureStatus.FAILED,
        FILE,
        "YAML where JSON is expected (use -o json)");
  }
}
