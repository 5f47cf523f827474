package dev.poolkeeper.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingLifecycle;
import dev.poolkeeper.processors.finding.FindingPolicy;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.reconcile.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What holds of every scenario, whatever is wrong in it. */
class ScenarioInvariantsTest {

  private static final int SHUFFLES = 6;
  private static final JsonMapper JSON = new JsonMapper();

  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyVolumeAndContentHasOneOutcomeAndEverySubjectOneVerdictPerCode(Scenario scenario) {
    JudgedNight night = JudgedNight.of(Recording.of(scenario).estate().inventory());
    List<Subject> joined =
        Stream.of(
                night.inventory().all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class),
                night
                    .inventory()
                    .all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class))
            .flatMap(List::stream)
            .map(InventoryObject::subject)
            .sorted()
            .toList();

    assertThat(night.join().matches().stream().map(Match::subject))
        .containsExactlyElementsOf(joined);
    assertThat(night.verdicts().map(verdict -> verdict.code() + " " + verdict.subject()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void orderOfTheListsDoesNotMatter(Scenario scenario) {
    ReadEstate estate = Recording.of(scenario).estate();
    JudgedNight night = JudgedNight.of(estate.inventory());

    for (int seed = 0; seed < SHUFFLES; seed++) {
      List<InventoryObject> shuffled = new ArrayList<>(estate.objects());
      if (seed == 0) {
        Collections.reverse(shuffled);
      } else {
        Collections.shuffle(shuffled, new Random(seed));
      }
      JudgedNight other = JudgedNight.of(estate.inventory(shuffled));
      assertThat(other.words()).isEqualTo(night.words());
      assertThat(other.links()).isEqualTo(night.links());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void listsReadInTwoPiecesSayTheSame(Scenario scenario) {
    Recording recording = Recording.of(scenario);
    JudgedNight whole = JudgedNight.of(recording.estate().inventory());
    ReadEstate halves = half(recording, 0).and(half(recording, 1));
    JudgedNight pieces = JudgedNight.of(halves.inventory());

    assertThat(withoutFolders(pieces.words())).isEqualTo(withoutFolders(whole.words()));
    assertThat(pieces.links()).isEqualTo(whole.links());
  }

  /** Problems name the file, and the estates lie in several folders here. */
  private static String withoutFolders(Map<String, List<String>> words) {
    return words.toString().replaceAll("\\S+/corpus-[^/]+/[^/]+/", "");
  }

  /** Every other row of every list; what is no list is in both halves, and read once. */
  private static ReadEstate half(Recording recording, int remainder) {
    Map<String, byte[]> half = new TreeMap<>();
    recording.files().forEach((path, content) -> half.put(path, half(path, content, remainder)));
    return Recording.write(half, "half-" + remainder + "-of-" + recording.folder().getFileName())
        .estate();
  }

  private static byte[] half(String path, byte[] content, int remainder) {
    JsonNode tree =
        path.equals("estate.json") || content[0] == '"' ? JSON.missingNode() : tree(content);
    if (!tree.isArray() && !tree.path("items").isArray()) {
      return content;
    }
    ArrayNode rows = ScenarioNight.rows(tree);
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (i % 2 != remainder) {
        rows.remove(i);
      }
    }
    return JSON.writeValueAsBytes(tree);
  }

  private static JsonNode tree(byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (tools.jackson.core.JacksonException bareText) {
      return JSON.missingNode();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void whatIsSeenThreeNightsRunningIsConfirmedAndNothingElseIs(Scenario scenario) {
    JudgedNight night = JudgedNight.of(Recording.of(scenario).estate().inventory());
    Instant first = night.inventory().estate().capturedAt();
    List<Finding> findings = List.of();
    for (int day = 0; day < FindingPolicy.DEFAULT.confirmRuns(); day++) {
      findings =
          new FindingLifecycle(FindingPolicy.DEFAULT, first.plus(Duration.ofDays(day)))
              .advance(findings, night.judgements());
    }
    List<String> confirmed =
        findings.stream()
            .filter(Finding::confirmed)
            .filter(finding -> finding.status() != FindingStatus.EXCEPTED)
            .map(finding -> finding.code().code() + " " + finding.subject())
            .sorted()
            .toList();

    assertThat(confirmed)
        .containsExactlyElementsOf(
            night.judgements().candidates().stream()
                .filter(candidate -> candidate.exemption().isEmpty())
                .map(JudgedNight::line)
                .sorted()
                .toList());
    Map<String, Severity> severities = new TreeMap<>();
    night
        .judgements()
        .candidates()
        .forEach(
            candidate ->
                severities.put(
                    JudgedNight.line(candidate),
                    candidate.severity().orElse(candidate.code().severity())));
    assertThat(findings)
        .filteredOn(Finding::confirmed)
        .filteredOn(finding -> finding.status() != FindingStatus.EXCEPTED)
        .allMatch(
            finding ->
                finding.severity()
                    == severities.get(finding.code().code() + " " + finding.subject()));
  }
}
