package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.CapacitySettings;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.PlannedChange;
import dev.poolkeeper.processors.runway.PlannedChange.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned for pools, in the configuration. */
class PlannedCapacityTest {

  @TempDir private Path folder;

  private CapacitySettings read(String yaml) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(file, yaml);
    return new ConfigurationReader(Map.of()).read(Optional.of(file)).capacity();
  }

  @Test
  void everyKeyIsMapped() throws IOException {
    CapacitySettings settings =
        read(
            """
            poolkeeper:
              capacity:
                growth-factors: [0.5, 3]
                planned:
                  - {pool: nas1/pools/tank, add-capacity: 2.5 TiB, on: 2026-03-01, reason: two mirrors}
                  - {pool: nas1/pools/fast, add-usage: 500GiB, on: 2026-04-01, reason: project x}
            """);

    assertThat(settings.growthFactors()).containsExactly(.5, 3.0);
    assertThat(settings.planned())
        .containsExactly(
            new PlannedChange(
                Subject.parse("nas1/pools/tank"),
                What.CAPACITY,
                5L << 39,
                LocalDate.of(2026, 3, 1),
                "two mirrors"),
            new PlannedChange(
                Subject.parse("nas1/pools/fast"),
                What.USAGE,
                500L << 30,
                LocalDate.of(2026, 4, 1),
                "project x"));
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      capacity:
                        growth-factors: [0, 2]
                        planned:
                          - {pool: tank, add-capacity: 500 GB, on: soon, reason: x}
                          - {add-capacity: 1TiB, add-usage: 1TiB}
                          - {pool: nas1/pools/tank, on: 2026-03-01, reason: x, size: 1TiB}
                          - {pool: nas1/pools/tank, add-usage: 0GiB, on: 2026-03-01, reason: x}
                          - {pool: nas1/pools/tank, add-usage: 99999 PiB, on: 2026-03-01, reason: x}
                    """))
        .hasMessageContaining(
            "poolkeeper.capacity.growth-factors is '0, 2', expected at most 5 numbers over 0")
        .hasMessageContaining(
            "poolkeeper.capacity.planned[0].pool is 'tank', expected a pool as lists write it, such"
                + " as nas1/pools/tank")
        .hasMessageContaining(
            "poolkeeper.capacity.planned[0].add-capacity is '500 GB', expected a size over 0 in"
                + " binary units")
        .hasMessageContaining("poolkeeper.capacity.planned[0].on is 'soon'")
        .hasMessageContaining("poolkeeper.capacity.planned[1].pool is missing")
        .hasMessageContaining("poolkeeper.capacity.planned[1].on is missing")
        .hasMessageContaining("poolkeeper.capacity.planned[1].reason is missing")
        .hasMessageContaining(
            "poolkeeper.capacity.planned[1].add-usage is '1TiB', expected either add-capacity or"
                + " add-usage")
        .hasMessageContaining("poolkeeper.capacity.planned[2].add-capacity is missing")
        .hasMessageContaining("poolkeeper.capacity.planned[2].size is not a known key")
        .hasMessageContaining("poolkeeper.capacity.planned[3].add-usage is '0GiB'")
        .hasMessageContaining("poolkeeper.capacity.planned[4].add-usage is '99999 PiB'");
  }

  @Test
  void aSingleSectionInPlaceOfTheListIsSaid() {
    assertThatThrownBy(() -> read("poolkeeper: {capacity: {planned: {pool: nas1/pools/tank}}}"))
        .hasMessageContaining(
            "poolkeeper.capacity.planned is 'one section', expected a list of sections");
  }
}
