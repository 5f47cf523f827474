package dev.poolkeeper.tests.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulators of a whole estate, and the command line for them. */
class HandStartTest {

  @TempDir Path folder;

  @Test
  void everyServerOfAnEstateIsNamedInTheConfiguration() throws Exception {
    Path recorded = SmallEstate.ofHealthyVolumes(1).write(folder.resolve("estate"), "2026-02-11");
    try (SimulatedEstate estate = SimulatedEstate.start(recorded, Generation.TWENTY_SIX)) {
      Path configuration = estate.write(folder.resolve("out"));
      assertThat(configuration).hasFileName("poolkeeper.yaml");
      assertThat(Files.readString(configuration))
          .contains("name: prod-a", "context: prod-a", estate.nas("nas1").httpsUrl());
      assertThat(folder.resolve("out/nas1.api-key")).hasContent(estate.nas("nas1").apiKey() + "\n");
      assertThat(folder.resolve("out/ca.crt")).content().startsWith("-----BEGIN CERTIFICATE");
      assertThat(Files.readString(folder.resolve("out/prod-a.kubeconfig")))
          .contains(estate.cluster("prod-a").url());
      assertThat(estate.nas("nas1").generation()).isEqualTo(Generation.TWENTY_SIX);
    }
  }

  @Test
  void recordedReleasesAreKept() {
    Path recorded = SmallEstate.ofHealthyVolumes(1).write(folder, "2026-02-11");
    try (SimulatedEstate estate = SimulatedEstate.start(recorded)) {
      assertThat(estate.nas("nas1").generation()).isEqualTo(Generation.GOLDEYE_25_10);
    }
  }

  @Test
  void newestNightOfTheDemoIsUnpacked() {
    Path night = DemoNight.unpack(folder);
    assertThat(night.resolve("estate.json")).content().contains("2026-02-11");
    assertThat(night.resolve("nas/nas1/pool.dataset.query.json")).isNotEmptyFile();
  }

  @Test
  void optionsAreRead() {
    SimulatorOptions options =
        SimulatorOptions.parse(
            List.of("--release", "13.0", "--fault", "pods=403", "--port", "9000", "estate"));
    assertThat(options.release()).hasValue(Generation.CORE_13);
    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.estate()).hasValue(Path.of("estate"));
    assertThat(options.faults()).containsOnlyKeys("pods");
  }

  @Test
  void wrongOptionsAreNamed() {
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of()))
        .hasMessageContaining("ESTATE_DIR or --demo");
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of("--demo", "--release", "9.2")))
        .hasMessageContaining("no release 9.2");
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of("--demo", "--fault", "pods=odd")))
        .hasMessageContaining("no fault odd");
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of("--demo", "--colour", "red")))
        .hasMessageContaining("--colour");
  }
}
