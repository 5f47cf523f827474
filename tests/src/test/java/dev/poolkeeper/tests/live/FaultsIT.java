package dev.poolkeeper.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.tests.acceptance.RecordedVerdicts;
import dev.poolkeeper.tests.live.LiveLab.Seen;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Faults;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A fault in any one call never yields an orphan: whatever goes wrong with whichever question, on
 * either side, nothing is said that is not said when all is well.
 */
@NullUnmarked // each test starts the system it needs
class FaultsIT {

  private static final Map<String, Fault> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put("dropped before the answer", Fault.dropBefore());
    FAULTS.put("dropped in the middle", Fault.dropMidway());
    FAULTS.put("never answered", Fault.stall());
    FAULTS.put("garbage", Fault.garbage());
    FAULTS.put("cut short", Fault.cutShort());
    FAULTS.put("half of the list", Fault.halfList());
    FAULTS.put("an empty list", Fault.emptyList());
    FAULTS.put("a page of a proxy", Fault.html(200));
    FAULTS.put("a bad gateway", Fault.html(502));
    FAULTS.put("unauthorized", Fault.status(401));
    FAULTS.put("forbidden", Fault.status(403));
    FAULTS.put("broken inside", Fault.status(500));
    FAULTS.put("too busy", Fault.retryAfter(429, 0));
    FAULTS.put("a failed call", Fault.error("EFAULT", "[EFAULT] failed"));
    FAULTS.put("no such method", Fault.missing());
  }

  private static final List<String> REFUSALS = List.of("unauthorized", "forbidden");

  @TempDir private Path folder;
  private LiveLab lab;
  private Seen nas;
  private Seen cluster;
  private List<String> saidWhenWell;
  private Map<String, Long> rows;

  private void start(Generation generation) {
    Path estate =
        SmallEstate.ofHealthyVolumes(6)
            .leftover("pvc-00000000-0000-4000-8000-00000000000a")
            .lost("steady-gone")
            .snapshot("steady-1", "snapshot-a")
            .snapshot("steady-2", "snapshot-b")
            .strandedSnapshot("steady-3", "snapshot-c")
            .write(folder.resolve("estate"), "2026-02-11");
    lab = new LiveLab(estate, folder, generation);
    nas = lab.readNas();
    cluster = lab.readCluster();
    RecordedVerdicts well = LiveLab.judge(nas, cluster, Map.of());
    saidWhenWell = well.said();
    rows =
        Stream.concat(nas.captures().stream(), cluster.captures().stream())
            .collect(Collectors.toMap(Capture::part, Capture::rows));
    assertThat(saidWhenWell.stream().filter(said -> !said.startsWith("705"))).hasSize(3);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void faultOfTheNasYieldsNoOrphan(Generation generation) {
    start(generation);
    everyFault(
        lab.nas().faults(), lab.nas().calls(), () -> LiveLab.judge(lab.readNas(), cluster, rows));
  }

  @Test
  void faultOfTheClusterYieldsNoOrphan() {
    start(Generation.GOLDEYE_25_10);
    everyFault(
        lab.cluster().faults(),
        lab.cluster().calls(),
        () -> LiveLab.judge(nas, lab.readCluster(), rows));
  }

  private void everyFault(Faults faults, List<String> calls, Supplier<RecordedVerdicts> night) {
    TreeSet<String> subjects = new TreeSet<>(calls);
    lab.beHurried();
    subjects.add(Faults.CONNECT);
    subjects.add(Faults.PROBE);
    for (String subject : subjects) {
      FAULTS.forEach(
          (name, fault) -> {
            faults.clear();
            faults.always(subject, fault);
            RecordedVerdicts verdicts = night.get();
            assertThat(saidWhenWell)
                .as("%s: %s", subject, name)
                .containsAll(verdicts.said().stream().filter(said -> !refusal(said)).toList());
            assertThat(verdicts.said().stream().filter(FaultsIT::refusal))
                .as("%s: %s", subject, name)
                .hasSizeLessThanOrEqualTo(mayRefuse(subject, name) ? 1 : 0);
          });
    }
    faults.clear();
    lab.bePatient();
    assertThat(night.get().said()).isEqualTo(saidWhenWell);
  }

  /**
   * After a probe that fails REST is tried, which refuses a key that is no full administrator's.
   */
  private static boolean mayRefuse(String subject, String fault) {
    return REFUSALS.contains(fault) || subject.equals(Faults.PROBE);
  }

  /** That a right is missing is no leftover, but what the source said. */
  private static boolean refusal(String said) {
    return said.startsWith("603 ");
  }

  /** What passes by is asked for again, and nothing is missing afterwards. */
  @ParameterizedTest
  @EnumSource(names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void faultThatPassesLeavesNoTrace(Generation generation) {
    start(generation);
    for (Fault passing : List.of(Fault.dropBefore(), Fault.dropMidway(), Fault.cutShort())) {
      for (String subject : new TreeSet<>(lab.nas().calls())) {
        lab.nas().faults().clear();
        lab.nas().faults().once(subject, passing);
        assertThat(lab.readNas().objects())
            .as("%s: %s", subject, passing)
            .hasSameSizeAs(nas.objects());
      }
      for (String subject : List.of("persistentvolumes", "pods", "volumesnapshotcontents")) {
        lab.cluster().faults().clear();
        lab.cluster().faults().once(subject, passing);
        assertThat(lab.readCluster().objects())
            .as("%s: %s", subject, passing)
            .containsExactlyInAnyOrderElementsOf(cluster.objects());
      }
    }
  }
}
