package dev.poolkeeper.processors.runway;

import static dev.poolkeeper.processors.runway.Outlooks.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.PlannedChange.What;
import dev.poolkeeper.processors.runway.Scenario.NotComputed;
import dev.poolkeeper.processors.runway.Scenario.Reached;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScenarioFinderTest {

  private static final Subject TANK = Subject.parse("nas1/pools/tank");

  /** 500 of 1000, 10 a day; the band's upper end 15, its lower end 5. */
  private static final SeriesOutlook GROWING = Outlooks.pool("nas1/pools/tank", 500, 10);

  private static PlannedChange planned(What what, long bytes, int inDays) {
    return new PlannedChange(TANK, what, bytes, NIGHT.plusDays(inDays), "project x");
  }

  private static Scenario find(
      String name, SeriesOutlook outlook, List<Double> factors, PlannedChange... planned) {
    return new ScenarioFinder(45, List.of(planned), factors, Map.of())
        .of(TANK, Optional.of(outlook)).stream()
            .filter(scenario -> scenario.name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  private static Reached reached(int earliest, int likely, int latest) {
    return new Reached(
        new Crossing(in(earliest), in(likely), in(latest)), in(earliest - 45), Outlooks.HORIZON);
  }

  private static Optional<LocalDate> in(int days) {
    return Optional.of(NIGHT.plusDays(days));
  }

  @Test
  void asForecastIsTheStoredForecast() {
    Scenario scenario = find(ScenarioFinder.AS_FORECAST, GROWING, List.of());

    assertThat(scenario.result()).isEqualTo(reached(34, 50, 100));
    assertThat(((Reached) scenario.result()).full())
        .isEqualTo(
            new PoolRunway(new RunwayPolicy(.8, .9, 45))
                .of(
                    new PoolNow(TANK, OptionalLong.empty(), OptionalLong.empty()),
                    Optional.of(GROWING))
                .dates()
                .full());
  }

  @Test
  void growthTimesTwoHalvesTheTimeOfPathAndBand() {
    Scenario scenario = find("growth × 2", GROWING, List.of(2.0));

    assertThat(scenario.result()).isEqualTo(reached(17, 25, 50));
    assertThat(scenario.assumption())
        .isEqualTo("it grows 2 times as fast, and that is 2 times as uncertain");
  }

  @Test
  void growthTimesOneChangesNothingAndLessThanOneGivesTime() {
    assertThat(find("growth × 1", GROWING, List.of(1.0)).result()).isEqualTo(reached(34, 50, 100));
    assertThat(find("growth × 0.5", GROWING, List.of(.5)).result())
        .isEqualTo(
            new Reached(new Crossing(in(67), in(100), Optional.empty()), in(22), Outlooks.HORIZON));
  }

  @Test
  void dataThatComesMovesPathAndBandFromItsDayOn() {
    // on day 40 come 100: the upper end was there on day 34 already
    Scenario scenario =
        find(ScenarioFinder.AS_PLANNED, GROWING, List.of(), planned(What.USAGE, 100, 40));

    assertThat(scenario.result()).isEqualTo(reached(34, 40, 80));
    assertThat(scenario.assumption()).isEqualTo("100 B of more data on 2026-03-23 (project x)");
  }

  @Test
  void roomThatComesInTimeMovesTheFullDayAndTooLateDoesNot() {
    assertThat(
            find(ScenarioFinder.AS_PLANNED, GROWING, List.of(), planned(What.CAPACITY, 250, 30))
                .result())
        .isEqualTo(reached(50, 75, 150));
    assertThat(
            find(ScenarioFinder.AS_PLANNED, GROWING, List.of(), planned(What.CAPACITY, 250, 101))
                .result())
        .isEqualTo(reached(34, 50, 100));
  }

  @Test
  void whatIsPastIsLeftOutAndSaid() {
    Scenario some =
        find(
            ScenarioFinder.AS_PLANNED,
            GROWING,
            List.of(),
            planned(What.CAPACITY, 250, 30),
            planned(What.USAGE, 400, 0));
    Scenario none =
        find(ScenarioFinder.AS_PLANNED, GROWING, List.of(), planned(What.USAGE, 400, -3));

    assertThat(some.result()).isEqualTo(reached(50, 75, 150));
    assertThat(some.assumption()).contains("left out, as its day is past: 400 B of more data");
    assertThat(none.result())
        .isEqualTo(new NotComputed("all that is planned for this pool was due by this night"));
  }

  @Test
  void anEmptyPlanAndMissingProposalsAreSaid() {
    assertThat(find(ScenarioFinder.AS_PLANNED, GROWING, List.of()).result())
        .isEqualTo(new NotComputed("nothing is planned for this pool"));
    assertThat(find(ScenarioFinder.APPROVED_PROPOSALS, GROWING, List.of()).result())
        .isInstanceOf(NotComputed.class);
  }

  @Test
  void withoutAForecastNothingIsComputedAndTheReasonIsThat() {
    SeriesOutlook unknown =
        Outlooks.notForecast("nas1/pools/tank", SeriesKind.POOL, Outcome.NOT_ENOUGH_HISTORY);
    List<Scenario> scenarios =
        new ScenarioFinder(45, List.of(planned(What.USAGE, 1, 3)), List.of(2.0), Map.of())
            .of(TANK, Optional.of(unknown));

    assertThat(scenarios)
        .hasSize(5)
        .allSatisfy(scenario -> assertThat(scenario.result()).isInstanceOf(NotComputed.class));
    assertThat(((NotComputed) scenarios.get(0).result()).reason())
        .isEqualTo("the pool has no forecast to start from: 3 measured days are too few");
  }

  @Test
  void whatIsFreedIsAsGoodAsDataThatGoes() {
    long freed = 50;
    List<Scenario> scenarios =
        new ScenarioFinder(
                45, List.of(), List.of(), Map.of(TANK, new ProposedSpace(2, freed, 3, 2 * freed)))
            .of(TANK, Optional.of(GROWING));

    LocalDate asForecast = likely(scenarios, ScenarioFinder.AS_FORECAST);
    LocalDate approved = likely(scenarios, ScenarioFinder.APPROVED_PROPOSALS);
    assertThat(approved).isAfter(asForecast);
    assertThat(likely(scenarios, ScenarioFinder.ALL_PROPOSALS)).isAfter(approved);
  }

  private static LocalDate likely(List<Scenario> scenarios, String name) {
    return scenarios.stream()
        .filter(scenario -> scenario.name().equals(name))
        .map(scenario -> ((Reached) scenario.result()).full().likely())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlanForAPoolThatIsNotThereIsSaid() {
    List<Scenario> strangers =
        new ScenarioFinder(45, List.of(planned(What.USAGE, 1, 3)), List.of(), Map.of())
            .strangers(List.of(Subject.parse("nas1/pools/fast")));

    assertThat(strangers).extracting(Scenario::pool).containsExactly(TANK);
    assertThat(((NotComputed) strangers.get(0).result()).reason()).contains("no such pool");
    assertThat(
            new ScenarioFinder(45, List.of(planned(What.USAGE, 1, 3)), List.of(), Map.of())
                .strangers(List.of(TANK)))
        .isEmpty();
  }
}
