package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import dev.poolkeeper.readers.truenas.live.LiveNas;
import dev.poolkeeper.tests.live.LiveParts.Part;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every generation of TrueNAS is read whole, in its own dialect. */
class NasGenerationsIT {

  @TempDir private Path folder;
  private final SimulatorTls tls = SimulatorTls.valid();
  private Path estate;

  @BeforeEach
  void record() {
    estate =
        SmallEstate.ofHealthyVolumes(5)
            .leftover("pvc-lost")
            .snapshot("steady-1", "snapshot-a")
            .strandedSnapshot("steady-2", "snapshot-b")
            .write(folder.resolve("estate"), "2026-02-11");
  }

  private TrueNasSimulator start(Generation generation) {
    return TrueNasSimulator.of(estate.resolve("nas/nas1"), generation).start(tls);
  }

  private LiveNas open(TrueNasSimulator nas, KnownSnapshots known) {
    return new LiveNas(
        LiveParts.access(nas, tls.caFile(folder.resolve("ca.crt"))),
        known,
        LiveParts.QUICK,
        Clock.systemUTC());
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void everyKindIsComplete(Generation generation) {
    try (TrueNasSimulator nas = start(generation);
        LiveNas live = open(nas, KnownSnapshots.NONE)) {
      List<Capture> captures = new ArrayList<>();
      for (ObjectKind kind : ObjectKind.of(Side.NAS)) {
        captures.add(LiveParts.read(live, "nas1", kind).capture());
      }
      assertThat(captures).allSatisfy(this::complete);
      assertThat(live.contact().api()).contains(generation.version());
      assertThat(live.contact().calls()).isLessThanOrEqualTo(30);
    }
  }

  /** What is asked for since which release; before it there is none. */
  private static final Map<ObjectKind, Generation> SINCE =
      Map.of(
          ObjectKind.VM_DEVICE, Generation.CORE_13,
          ObjectKind.CLOUD_SYNC_TASK, Generation.CORE_13,
          ObjectKind.NFS_CLIENT, Generation.BLUEFIN_22_12,
          ObjectKind.APP, Generation.ELECTRIC_EEL_24_10,
          ObjectKind.NVME_SESSION, Generation.GOLDEYE_25_10);

  @ParameterizedTest
  @EnumSource(Generation.class)
  void usersOfTheApplianceAreReadWhereTheReleaseTells(Generation generation) throws Exception {
    Map.of(
            "vm.device.query", "[{\"id\": 1, \"attributes\": {\"path\": \"/dev/zvol/tank/vm\"}}]",
            "cloudsync.query", "[{\"id\": 1, \"path\": \"/mnt/tank/a\"}]",
            "nfs.get_nfs3_clients", "[{\"ip\": \"10.0.0.21\", \"export\": \"/mnt/tank/a\"}]",
            "app.query", "[{\"id\": \"plex\", \"name\": \"plex\"}]",
            "nvmet.global.sessions", "[{\"hostnqn\": \"nqn.a\", \"subsys_id\": 5}]")
        .forEach(this::answer);
    try (TrueNasSimulator nas = start(generation);
        LiveNas live = open(nas, KnownSnapshots.NONE)) {
      SINCE.forEach(
          (kind, first) -> {
            Part part = LiveParts.read(live, "nas1", kind);
            complete(part.capture());
            assertThat(part.objects()).as(kind.plural()).hasSize(generation.atLeast(first) ? 1 : 0);
          });
    }
  }

  private void answer(String method, String rows) {
    try {
      Files.writeString(estate.resolve("nas/nas1/" + method + ".json"), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void complete(Capture capture) {
    assertThat(capture.status()).as(capture.toString()).isEqualTo(CaptureStatus.COMPLETE);
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void datasetsTellSizeAndMarks(Generation generation) {
    try (TrueNasSimulator nas = start(generation);
        LiveNas live = open(nas, KnownSnapshots.NONE)) {
      Part part = LiveParts.read(live, "nas1", ObjectKind.DATASET);

      assertThat(part.objects()).hasSize(9);
      Dataset lost =
          part.objects().stream()
              .map(Dataset.class::cast)
              .filter(dataset -> dataset.id().equals("tank/k8s/vols/pvc-lost"))
              .findFirst()
              .orElseThrow();
      assertThat(lost.usage().usedBytes()).isEqualTo(OptionalLong.of(1L << 30));
      assertThat(lost.property("democratic-csi:csi_volume_name")).contains("pvc-lost");
      assertThat(lost.mountpoint()).contains("/mnt/tank/k8s/vols/pvc-lost");
      assertThat(lost.createdAt().isPresent()).isEqualTo(generation != Generation.CORE_13);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void snapshotsTellTheirDriversMark(Generation generation) {
    try (TrueNasSimulator nas = start(generation);
        LiveNas live = open(nas, KnownSnapshots.NONE)) {
      Part part = LiveParts.read(live, "nas1", ObjectKind.ZFS_SNAPSHOT);

      assertThat(part.byName()).isEmpty();
      assertThat(part.objects())
          .map(ZfsSnapshot.class::cast)
          .allSatisfy(
              snapshot -> {
                assertThat(snapshot.property("democratic-csi:csi_snapshot_name"))
                    .contains(snapshot.name());
                assertThat(snapshot.usage().referencedBytes()).isEqualTo(OptionalLong.of(1 << 20));
                assertThat(snapshot.createTxg()).isPresent();
              })
          .extracting(ZfsSnapshot::id)
          .containsExactlyInAnyOrder(
              "tank/k8s/vols/steady-1@snapshot-a", "tank/k8s/vols/steady-2@snapshot-b");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Generation.class, mode = EnumSource.Mode.EXCLUDE, names = "CORE_13")
  void knownSnapshotsAreListedByName(Generation generation) {
    try (TrueNasSimulator nas = start(generation);
        LiveNas first = open(nas, KnownSnapshots.NONE)) {
      List<InventoryObject> full = LiveParts.read(first, "nas1", ObjectKind.ZFS_SNAPSHOT).objects();
      List<ZfsSnapshot> snapshots = full.stream().map(ZfsSnapshot.class::cast).toList();
      long oldest = txgs(snapshots).min(Long::compare).orElseThrow();
      List<String> newer =
          snapshots.stream()
              .filter(snapshot -> snapshot.createTxg().orElseThrow() > oldest)
              .map(ZfsSnapshot::id)
              .toList();

      try (LiveNas next = open(nas, () -> Map.of("tank", oldest))) {
        Part part = LiveParts.read(next, "nas1", ObjectKind.ZFS_SNAPSHOT);

        assertThat(part.capture().rows()).isEqualTo(2);
        assertThat(part.objects())
            .map(snapshot -> snapshot.subject().name())
            .containsExactlyElementsOf(newer);
        assertThat(part.byName()).hasSize(2 - newer.size());
      }
    }
  }

  private static java.util.stream.Stream<Long> txgs(List<ZfsSnapshot> snapshots) {
    return snapshots.stream().map(snapshot -> snapshot.createTxg().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void poolTheLedgerDoesNotKnowIsListedInFull(Generation generation) {
    try (TrueNasSimulator nas = start(generation);
        LiveNas live = open(nas, () -> Map.of("other", 5L))) {
      Part part = LiveParts.read(live, "nas1", ObjectKind.ZFS_SNAPSHOT);

      assertThat(part.byName()).isEmpty();
      assertThat(part.objects()).hasSize(2);
    }
  }
}
