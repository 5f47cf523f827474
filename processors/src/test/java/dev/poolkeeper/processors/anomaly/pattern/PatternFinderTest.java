package dev.poolkeeper.processors.anomaly.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.poolkeeper.processors.anomaly.pattern.Pattern.Period;
import dev.poolkeeper.processors.anomaly.pattern.Pattern.Saturation;
import dev.poolkeeper.processors.anomaly.pattern.Pattern.SlopeChange;
import dev.poolkeeper.processors.anomaly.pattern.Pattern.Step;
import dev.poolkeeper.processors.anomaly.pattern.Pattern.WeeklyCycle;
import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome.Found;
import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome.NotSought;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternFinderTest {

  private static final long MONDAY = LocalDate.of(2026, 1, 5).toEpochDay();

  /** 1000, what is given, and noise of at most 1. */
  private static double[] noisy(int length, IntToDoubleFunction value) {
    SplittableRandom random = new SplittableRandom(11);
    return IntStream.range(0, length)
        .mapToDouble(i -> 1000 + value.applyAsDouble(i) + 2 * random.nextDouble() - 1)
        .toArray();
  }

  private static List<Pattern> find(double[] values) {
    return ((Found) PatternFinder.find(DailySeries.of("a", DayAxis.DATE, MONDAY, values)))
        .patterns();
  }

  private static String words(Pattern pattern) {
    return pattern.evidence(DayAxis.DATE, x -> String.format(Locale.ROOT, "%.0f", x));
  }

  @Test
  void noiseAndSteadyGrowthHaveNone() {
    assertThat(find(noisy(200, i -> 0))).isEmpty();
    assertThat(find(noisy(200, i -> 5 * i))).isEmpty();
  }

  @Test
  void aConstantSeriesHasNone() {
    assertThat(find(new double[200])).isEmpty();
    assertThat(find(IntStream.range(0, 200).mapToDouble(i -> 3 * i).toArray())).isEmpty();
  }

  @Test
  void aWeekOfWorkIsFound() {
    // ten a day from Monday to Friday: the change that leads to a Saturday is 0
    double[] values = noisy(140, i -> 50 * (i / 7) + 10 * Math.min(4, i % 7));
    assertThat(find(values))
        .filteredOn(WeeklyCycle.class::isInstance)
        .singleElement()
        .satisfies(
            cycle -> {
              assertThat(cycle.label()).isEqualTo("weekly-cycle");
              assertThat(words(cycle)).contains("days").contains("F ");
              assertThat(((WeeklyCycle) cycle).smallest()).isCloseTo(0, within(0.6));
              assertThat(((WeeklyCycle) cycle).largest()).isCloseTo(10, within(0.6));
            });
  }

  @Test
  void aReleaseEveryTenDaysIsFound() {
    double[] values = noisy(200, i -> 20 * (i % 10));
    assertThat(find(values))
        .filteredOn(Period.class::isInstance)
        .singleElement()
        .satisfies(
            found -> {
              Period period = (Period) found;
              assertThat(period.label()).isEqualTo("release-period");
              assertThat(period.period()).isEqualTo(10);
              assertThat(period.day()).isEqualTo(MONDAY + 190);
              assertThat(period.size()).isCloseTo(-180, within(2.0));
              assertThat(words(period))
                  .matches(
                      "falls by 1[78]\\d every 10 days, last on 2026-07-14; changes agree with"
                          + " those 10 days before by \\d\\.\\d\\d");
            });
  }

  @Test
  void aStepIsFoundWithItsDayAndSize() {
    double[] values = noisy(150, i -> i >= 90 ? -40 : 0);
    assertThat(find(values))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step).isInstanceOf(Step.class);
              assertThat(step.day()).isEqualTo(MONDAY + 90);
              assertThat(step.size()).isCloseTo(-40, within(2.0));
              assertThat(words(step)).startsWith("fell by ").contains("on 2026-04-05 and stayed");
            });
  }

  @Test
  void aFlatSeriesHasStepsToo() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> i >= 50 ? 1100 : 1000).toArray();
    assertThat(find(values))
        .filteredOn(Step.class::isInstance)
        .singleElement()
        .satisfies(step -> assertThat(step.size()).isEqualTo(100));
  }

  @Test
  void whatComesBackAtOnceIsNoStep() {
    assertThat(find(noisy(150, i -> i == 90 || i == 91 ? 200 : 0))).isEmpty();
  }

  @Test
  void aChangeOfSlopeIsFoundWithBothSlopes() {
    double[] values = noisy(200, i -> 2 * i + 6 * Math.max(0, i - 120));
    assertThat(find(values))
        .singleElement()
        .satisfies(
            found -> {
              SlopeChange change = (SlopeChange) found;
              assertThat(change.day()).isBetween(MONDAY + 118, MONDAY + 122);
              assertThat(change.before()).isCloseTo(2, within(0.1));
              assertThat(change.after()).isCloseTo(8, within(0.1));
              assertThat(words(change)).contains("2 a day until 2026-05-0").contains("8 a day");
            });
  }

  /** Exact: no noise, so the bend explains everything. */
  @Test
  void theHingeOfAnExactBendIsExact() {
    double[] values =
        IntStream.range(0, 100).mapToDouble(i -> 3 * i - 2 * Math.max(0, i - 40)).toArray();
    assertThat(HingeFit.of(values, 0))
        .get()
        .satisfies(
            found -> {
              SlopeChange change = (SlopeChange) found;
              assertThat(change.day()).isEqualTo(40);
              assertThat(change.before()).isCloseTo(3, within(1e-9));
              assertThat(change.after()).isCloseTo(1, within(1e-9));
              assertThat(change.explained()).isCloseTo(1, within(1e-9));
            });
  }

  @Test
  void growthThatCameToRestIsFound() {
    double[] values = noisy(240, i -> 500 * (1 - Math.exp(-i / 30.0)));
    assertThat(find(values))
        .filteredOn(Saturation.class::isInstance)
        .singleElement()
        .satisfies(
            saturation -> {
              assertThat(saturation.day()).isEqualTo(MONDAY + 200);
              assertThat(saturation.size()).isNegative();
              assertThat(words(saturation)).startsWith("grew by ");
            });
  }

  @Test
  void missingDaysAreDrawnThrough() {
    double[] values = noisy(150, i -> 5 * i + (i >= 90 ? 60 : 0));
    Arrays.fill(values, 30, 45, Double.NaN);
    values[149] = Double.NaN;
    values[0] = Double.NaN;
    assertThat(find(values)).singleElement().isInstanceOf(Step.class);
    assertThat(PatternFinder.drawnThrough(new double[] {Double.NaN, 1, Double.NaN, 3, Double.NaN}))
        .containsExactly(1, 1, 2, 3, 3);
  }

  @Test
  void tooLittleIsSaidToBe() {
    assertThat(PatternFinder.find(DailySeries.of("a", DayAxis.INDEX, 0, new double[27])))
        .isEqualTo(new NotSought("27 days of history, 28 are needed"));
    double[] gaps = new double[100];
    Arrays.fill(gaps, 10, 70, Double.NaN);
    assertThat(PatternFinder.find(DailySeries.of("a", DayAxis.INDEX, 0, gaps)))
        .isEqualTo(new NotSought("only 40 of 100 days were measured"));
  }

  @Test
  void theUnitMeansNothing() {
    double[] values = noisy(200, i -> 20 * (i % 10) + (i >= 90 ? 500 : 0));
    double[] larger = Arrays.stream(values).map(x -> x * 1024).toArray();
    List<Pattern> patterns = find(values);
    List<Pattern> scaled = find(larger);
    assertThat(scaled).hasSameSizeAs(patterns);
    for (int i = 0; i < patterns.size(); i++) {
      assertThat(scaled.get(i).label()).isEqualTo(patterns.get(i).label());
      assertThat(scaled.get(i).day()).isEqualTo(patterns.get(i).day());
      assertThat(scaled.get(i).size())
          .isCloseTo(1024 * patterns.get(i).size(), within(1e-6 * Math.abs(scaled.get(i).size())));
    }
  }

  private static List<Pattern> steps(int... days) {
    return find(noisy(200, i -> 100 * Arrays.stream(days).filter(day -> i >= day).count())).stream()
        .filter(Step.class::isInstance)
        .toList();
  }

  /** The third largest other change within 45 days says what is usual. */
  @Test
  void manyLargeChangesAreAHabitAndFewAreSteps() {
    assertThat(steps(100)).hasSize(1);
    assertThat(steps(90, 105)).hasSize(2);
    assertThat(steps(85, 95, 105)).hasSize(3);
    assertThat(steps(75, 85, 95, 105)).isEmpty();
    assertThat(steps(20, 70, 120, 170)).hasSize(4);
  }

  /** Seven days before and four after. */
  @Test
  void aStepNeedsDaysOnBothSides() {
    assertThat(steps(8)).hasSize(1);
    assertThat(steps(7)).isEmpty();
    assertThat(steps(196)).hasSize(1);
    assertThat(steps(197)).isEmpty();
    assertThat(steps(100).get(0).day()).isEqualTo(MONDAY + 100);
    assertThat(steps(100).get(0).size()).isCloseTo(100, within(3.0));
    assertThat(steps(100).get(0).label()).isEqualTo("step");
  }
}
