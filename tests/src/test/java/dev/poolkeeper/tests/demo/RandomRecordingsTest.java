package dev.poolkeeper.tests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.acceptance.RecordedVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random leaks as kubectl and midclt print them: the way from the file to the verdict. */
class RandomRecordingsTest {

  private static final LocalDate NIGHT = Nights.FIRST;

  private static final Set<String> LEAKS =
      Set.of("101", "102", "103", "106", "107", "201", "202", "203", "207", "801", "802", "803");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyLeakIsFoundAndNothingElseIsSaid(long seed, @TempDir Path folder) throws IOException {
    Estate estate = RandomStories.tell(seed, NIGHT);
    record(estate, folder);

    assertThat(
            RecordedVerdicts.of(folder).said().stream()
                .filter(said -> LEAKS.contains(said.split(" ", 2)[0])))
        .as("seed %d", seed)
        .containsExactlyElementsOf(
            estate.verdicts().planted().stream()
                .map(p -> p.code() + " " + p.subject())
                .sorted()
                .toList());
  }

  private static void record(Estate estate, Path folder) throws IOException {
    List<String> clusters = Arrays.stream(Cluster.values()).map(Cluster::label).toList();
    List<String> systems = Arrays.stream(Appliance.values()).map(Appliance::label).toList();
    Files.write(
        folder.resolve("estate.json"),
        Json.document(
            Json.object("capturedAt", Nights.capturedAt(NIGHT).toString())
                .with("clusters", clusters)
                .with("nas", systems)));
    for (Cluster cluster : Cluster.values()) {
      write(
          folder.resolve("clusters").resolve(cluster.label()),
          KubectlFiles.of(estate, cluster, NIGHT));
    }
    for (Appliance nas : Appliance.values()) {
      write(folder.resolve("nas").resolve(nas.label()), MidcltFiles.of(estate, nas, NIGHT));
    }
  }

  private static void write(Path folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey() + ".json"), file.getValue());
    }
  }
}
