package dev.poolkeeper.processors.anomaly.pattern;

import dev.poolkeeper.processors.anomaly.pattern.Pattern.WeeklyCycle;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One-way analysis of variance of the changes by weekday: the variance between the seven means over
 * the variance within them. From F = 4 on the weekdays differ; for independent normal changes of a
 * quarter that is exceeded by chance about once in a thousand. Changes are pulled in to 5
 * deviations first, so that one jump makes no weekday. Needs three weeks. O(n log n).
 *
 * <p>Source: Fisher 1925, Statistical Methods for Research Workers, chapter 7.
 */
final class WeekdayTest {

  private static final int WEEK = 7;
  private static final int LEAST = 21;
  private static final double SIGNIFICANT = 4;
  private static final double DEVIATIONS = 5;
  private static final double ROUNDING = 1e-18;

  private WeekdayTest() {}

  static Optional<Pattern> of(double[] levels, long firstDay) {
    double[] changes = Changes.of(levels);
    if (changes.length < LEAST) {
      return Optional.empty();
    }
    double[] calm = Changes.winsorised(changes, DEVIATIONS);
    double f = f(calm, means(calm));
    if (!(f > SIGNIFICANT)) {
      return Optional.empty();
    }
    return Optional.of(described(medians(changes), firstDay, f));
  }

  private static Pattern described(double[] usual, long firstDay, double f) {
    int largest = 0;
    int smallest = 0;
    for (int weekday = 1; weekday < WEEK; weekday++) {
      largest = usual[weekday] > usual[largest] ? weekday : largest;
      smallest = usual[weekday] < usual[smallest] ? weekday : smallest;
    }
    // change i leads to day i + 1
    return new WeeklyCycle(
        firstDay + 1 + largest, firstDay + 1 + smallest, usual[largest], usual[smallest], f);
  }

  /** Of the changes as they are: what was pulled in is no size to tell. */
  private static double[] medians(double[] changes) {
    double[] medians = new double[WEEK];
    for (int weekday = 0; weekday < WEEK; weekday++) {
      int first = weekday;
      medians[weekday] =
          Changes.median(
              IntStream.range(0, changes.length)
                  .filter(i -> i % WEEK == first)
                  .mapToDouble(i -> changes[i])
                  .toArray());
    }
    return medians;
  }

  private static double[] means(double[] changes) {
    double[] sums = new double[WEEK];
    int[] counts = new int[WEEK];
    for (int i = 0; i < changes.length; i++) {
      sums[i % WEEK] += changes[i];
      counts[i % WEEK]++;
    }
    for (int weekday = 0; weekday < WEEK; weekday++) {
      sums[weekday] /= counts[weekday];
    }
    return sums;
  }

  /** 0 when all changes are alike; infinite when only the weekday decides. */
  static double f(double[] changes, double[] means) {
    double mean = 0;
    for (double change : changes) {
      mean += change / changes.length;
    }
    double between = 0;
    double within = 0;
    double power = 0;
    for (int i = 0; i < changes.length; i++) {
      double weekday = means[i % WEEK];
      between += (weekday - mean) * (weekday - mean);
      within += (changes[i] - weekday) * (changes[i] - weekday);
      power += changes[i] * changes[i];
    }
    if (between + within <= ROUNDING * power) {
      return 0;
    }
    return (between / (WEEK - 1)) / (within / (changes.length - WEEK));
  }
}
