package dev.poolkeeper.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Inventory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario says what its expected.txt says, and nothing else. */
class ScenarioCorpusTest {

  /** Codes that a recording cannot show, and which test shows them instead. */
  private static final Map<FindingCode, String> SHOWN_ELSEWHERE =
      Map.of(
          FindingCode.RIGHTS_MISSING,
          "a recording holds no refusal; RightsMissingTest and FaultsIT",
          FindingCode.POOL_FILLS,
          "a forecast needs many nights; CapacityFinderTest",
          FindingCode.VOLUME_FILLS,
          "the same",
          FindingCode.QUOTA_FILLS,
          "the same",
          FindingCode.OBJECT_COUNT_LIMIT,
          "hundreds of objects; ObjectCountLimitTest",
          FindingCode.DELIVERY_FAILED,
          "a recording holds no mail; MailIT");

  @TempDir Path directory;

  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void saysWhatIsExpectedAndNothingElse(Scenario scenario) {
    Story story = new Story();
    for (ScenarioNight night : scenario.nights()) {
      Path folder =
          ScenarioNight.write(night.files(), directory.resolve(night.folder().getFileName()));
      Inventory inventory = ReadEstate.of(folder).inventory();
      Map<String, List<String>> said =
          story
              .next(
                  inventory,
                  PastSeries.trends(night.folder(), inventory),
                  Retention.policies(night.folder()))
              .words();
      Expected expected = Expected.of(night.expected());
      assertThat(said.keySet())
          .as("%s: %s%n%s", night.folder(), scenario.about(), said)
          .containsExactlyElementsOf(expected.verdicts().keySet());
      assertThat(expected.unsaid(said)).as("not among the evidence: %s", said).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void tellsWhatItIsAbout(Scenario scenario) {
    assertThat(scenario.about()).hasSizeGreaterThan(80);
  }

  @Test
  void everyCodeHasAScenario() {
    TreeSet<String> shown = new TreeSet<>();
    for (Scenario scenario : Scenario.all()) {
      for (ScenarioNight night : scenario.nights()) {
        Expected.of(night.expected()).verdicts().keySet().stream()
            .filter(line -> line.startsWith("PK"))
            .forEach(line -> shown.add(line.substring(0, "PK000".length())));
      }
    }
    List<String> missing = new ArrayList<>();
    Stream.of(FindingCode.values())
        .filter(code -> !SHOWN_ELSEWHERE.containsKey(code))
        .map(FindingCode::code)
        .filter(code -> !shown.contains(code))
        .forEach(missing::add);

    assertThat(missing).as("codes without a scenario that shows them").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noSecretIsReadOrSaid(Scenario scenario) {
    JudgedNight judged = JudgedNight.of(Recording.of(scenario).estate().inventory());

    assertThat(judged.words().toString()).doesNotContain("s3cr3t");
    assertThat(judged.objects().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void everyTrapHasAScenario() {
    List<String> names = Scenario.all().stream().map(Scenario::name).toList();
    for (int trap = 1; trap <= 24; trap++) {
      String prefix = "trap-%02d-".formatted(trap);
      assertThat(names).anyMatch(name -> name.startsWith(prefix));
    }
  }
}
