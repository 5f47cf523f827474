package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.processors.anomaly.pattern.Pattern;
import dev.poolkeeper.processors.anomaly.pattern.PatternFinder;
import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Precision and recall of each pattern. Days may be off by one (steps) or seven (bends), periods
 * may be multiples. Kinds that have the pattern in another way do not count: periods of weeks are
 * weekly too, and a saw steps.
 */
final class PatternScore {

  /** What was made, and what was found in it. */
  private record Judged(PatternSeries made, List<Pattern> found) {}

  private final List<Judged> all = new ArrayList<>();

  static PatternScore of(long seed, int each) {
    Chance chance = new Chance(seed);
    PatternScore score = new PatternScore();
    for (String kind : PatternSeries.KINDS) {
      for (int i = 0; i < each; i++) {
        PatternSeries made = PatternSeries.of(kind, chance);
        List<Pattern> found =
            PatternFinder.find(made.series()) instanceof PatternOutcome.Found f
                ? f.patterns()
                : List.of();
        score.all.add(new Judged(made, found));
      }
    }
    return score;
  }

  /** Shares from 0 to 1. */
  record Share(double precision, double recall) {}

  Share weeklyCycle() {
    return share(
        Pattern.WeeklyCycle.class,
        Set.of("none", "burst", "weekly", "step", "slope", "saturate", "saturate2"),
        Set.of("weekly"),
        (made, found) -> true);
  }

  Share period() {
    return share(
        Pattern.Period.class,
        Set.copyOf(PatternSeries.KINDS),
        Set.of("weekly", "saw"),
        (made, found) -> found.period() % made.truth() == 0);
  }

  Share step() {
    return share(
        Pattern.Step.class,
        Set.of("none", "weekly", "step", "slope", "saturate", "saturate2"),
        Set.of("step"),
        (made, found) -> Math.abs(found.day() - made.truth()) <= 1);
  }

  Share slopeChange() {
    return share(
        Pattern.SlopeChange.class,
        Set.of("none", "burst", "weekly", "slope"),
        Set.of("slope"),
        (made, found) -> Math.abs(found.day() - made.truth()) <= 7);
  }

  Share saturation() {
    return share(
        Pattern.Saturation.class,
        Set.of("none", "burst", "weekly", "saw", "slope", "saturate", "saturate2"),
        Set.of("saturate", "saturate2"),
        (made, found) -> true);
  }

  private <P extends Pattern> Share share(
      Class<P> type, Set<String> asked, Set<String> have, BiPredicate<PatternSeries, P> right) {
    int hits = 0;
    int wrong = 0;
    int there = 0;
    for (Judged judged : all) {
      if (!asked.contains(judged.made().kind())) {
        continue;
      }
      boolean has = have.contains(judged.made().kind());
      List<P> found = judged.found().stream().filter(type::isInstance).map(type::cast).toList();
      long good = found.stream().filter(p -> has && right.test(judged.made(), p)).count();
      there += has ? 1 : 0;
      hits += good > 0 ? 1 : 0;
      wrong += (int) (found.size() - good);
    }
    return new Share((double) hits / Math.max(1, hits + wrong), (double) hits / there);
  }
}
