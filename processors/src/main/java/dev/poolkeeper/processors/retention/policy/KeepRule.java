package dev.poolkeeper.processors.retention.policy;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.retention.Length;

/** One word of a policy. What any of them keeps is kept. */
public sealed interface KeepRule {

  /**
   * The first snapshot of each of the last so many periods that have one, {@code 14x1d}. Days,
   * weeks (from Monday), months and years are those of the calendar of the NAS.
   *
   * @param count of periods, at least 1
   */
  record Periods(int count, Length period) implements KeepRule {
    @Override
    public String toString() {
      return count + "x" + period;
    }
  }

  /** The newest so many, {@code last 10}. */
  record Last(int count) implements KeepRule {
    @Override
    public String toString() {
      return "last " + count;
    }
  }

  /** All that are younger, {@code within 3d}. */
  record Within(Length age) implements KeepRule {
    @Override
    public String toString() {
      return "within " + age;
    }
  }

  /** All with such a name, {@code named *-keep}. */
  record Named(Glob pattern) implements KeepRule {
    @Override
    public String toString() {
      return "named " + pattern;
    }
  }
}
