package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of snapshots, as the configuration says it. */
class RetentionConfigurationTest {

  @TempDir private Path folder;

  private List<RetentionPolicy> read(String yaml) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(file, yaml.replace("FOLDER", folder.toString()));
    return new ConfigurationReader(Map.of()).read(Optional.of(file)).retention().policies();
  }

  @Test
  void aSanoidConfStandsAmongThePoliciesInItsPlace() throws IOException {
    Files.writeString(
        folder.resolve("sanoid.conf"),
        """
        [tank/vm]
          daily = 30
          hourly = 36
        """);
    List<RetentionPolicy> policies =
        read(
            """
            poolkeeper:
              retention:
                - {match: {dataset: tank/vm/scratch}, keep: last 3}
                - {sanoid: FOLDER/sanoid.conf}
                - {match: {dataset: "tank/**"}, keep: 7x1d}
            """);

    assertThat(policies)
        .extracting(policy -> policy.name() + " " + policy.origin())
        .containsExactly(
            "retention[0] " + Origin.CONFIGURATION,
            "sanoid tank/vm " + Origin.SANOID,
            "retention[2] " + Origin.CONFIGURATION);
    assertThat(policies.get(1).keep()).hasToString("36x1h, 30x1d");
    assertThat(policies.get(1).about("autosnap_2026-02-11_00:00:01_daily")).isTrue();
    assertThat(policies.get(1).about("auto-2026-02-11_00-00")).isFalse();
  }

  @Test
  void everyProblemOfASanoidConfIsSaidWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("sanoid.conf"), "nonsense\n[tank]\nuse_template = gone\n");

    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      retention:
                        - {sanoid: FOLDER/sanoid.conf}
                        - {sanoid: FOLDER/none.conf}
                    """))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("retention[0].sanoid")
        .hasMessageContaining("line 1 is 'nonsense'")
        .hasMessageContaining("uses the template 'gone'")
        .hasMessageContaining("retention[1].sanoid")
        .hasMessageContaining("NoSuchFileException");
  }
}
