package dev.poolkeeper.tests.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.demo.DemoPolicies;
import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.tests.demo.DemoEstate;
import dev.poolkeeper.tests.demo.Innocent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every night of the demo estate says exactly what was planted in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoVerdictsTest {

  /** What takes the memory of earlier nights; DemoIT has it. */
  private static final Set<Integer> NEEDS_A_LEDGER = Set.of(112);

  private static final LocalDate SHARES_UNREAD = LocalDate.of(2026, 2, 6);
  private static final LocalDate VOLUMES_CUT_SHORT = LocalDate.of(2026, 2, 8);

  private final SortedMap<LocalDate, RecordedVerdicts> nights = new TreeMap<>();

  static List<LocalDate> nights() {
    return DemoEstate.nights();
  }

  @BeforeAll
  void judge(@TempDir Path directory) throws IOException {
    for (Map.Entry<String, byte[]> file : DemoEstate.files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Map<String, Long> before = new TreeMap<>();
    for (LocalDate night : nights()) {
      RecordedVerdicts verdicts =
          RecordedVerdicts.withPromises(
              directory.resolve("nights/" + night), before, DemoPolicies.ALL);
      verdicts
          .inventory()
          .captures()
          .forEach(capture -> before.merge(capture.part(), capture.rows(), Math::max));
      nights.put(night, verdicts);
    }
  }

  private RecordedVerdicts on(LocalDate night) {
    return Optional.ofNullable(nights.get(night)).orElseThrow();
  }

  private static List<String> planted(LocalDate night) {
    return DemoEstate.planted().stream()
        .filter(planted -> planted.on(night) && planted.code() < 900)
        .filter(planted -> !NEEDS_A_LEDGER.contains(planted.code()) && !planted.byItsCourse())
        .map(planted -> planted.code() + " " + planted.subject())
        .sorted()
        .toList();
  }

  private List<String> said(LocalDate night) {
    return on(night).said();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void nothingIsSaidThatWasNotPlanted(LocalDate night) {
    assertThat(planted(night)).containsAll(said(night));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everythingPlantedIsSaidOrWithheldForAReason(LocalDate night) {
    RecordedVerdicts verdicts = on(night);
    if (night.equals(SHARES_UNREAD) || night.equals(VOLUMES_CUT_SHORT)) {
      assertThat(verdicts.distrusted()).isNotEmpty();
      assertThat(verdicts.withheld()).isNotEmpty();
    } else {
      assertThat(said(night)).isEqualTo(planted(night));
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void innocentsAreNeverAccused(LocalDate night) {
    List<String> innocent = DemoEstate.innocent().stream().map(Innocent::subject).toList();
    List<String> accused = new ArrayList<>();
    on(night).judgements().candidates().stream()
        .filter(candidate -> candidate.exemption().isEmpty())
        .forEach(candidate -> accused.add(candidate.subject().toString()));
    assertThat(accused).doesNotContainAnyElementsOf(innocent);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void sourcesAreDistrustedOnThePlantedNightsOnly(LocalDate night) {
    List<String> planted =
        DemoEstate.planted().stream()
            .filter(one -> one.on(night) && one.code() > 900)
            .map(one -> one.code() + " " + one.subject())
            .toList();
    assertThat(on(night).distrusted()).isEqualTo(planted);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void noNightByItselfNamesAnotherCauseThanThePlanted(LocalDate night) {
    Map<String, String> planted = new TreeMap<>();
    DemoEstate.planted().stream()
        .filter(one -> one.on(night))
        .forEach(
            one ->
                planted.put(
                    one.code() + " " + one.subject(), one.why().map(Cause::word).orElse("none")));
    List<String> others =
        on(night).judgements().candidates().stream()
            .filter(candidate -> candidate.cause().isPresent() && candidate.exemption().isEmpty())
            .filter(
                candidate ->
                    !candidate
                        .cause()
                        .orElseThrow()
                        .cause()
                        .word()
                        .equals(
                            planted.get(
                                candidate.code().code().substring(2) + " " + candidate.subject())))
            .map(candidate -> candidate.subject() + " " + candidate.cause())
            .toList();

    assertThat(others).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void complaintsAboutKnowledgeAreRare(LocalDate night) {
    boolean complete = !night.equals(SHARES_UNREAD) && !night.equals(VOLUMES_CUT_SHORT);
    if (complete) {
      assertThat(on(night).withheld()).hasSizeLessThan(10);
    }
  }
}
