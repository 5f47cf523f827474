package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.processors.history.DailySeries;
import java.util.Optional;

/**
 * Used bytes of one volume over 480 days, and what was planted in it.
 *
 * @param used bytes a day
 */
record LabelledSeries(DailySeries used, Optional<Event> event) {

  /** Days before this one only make history. */
  static final int FIRST_SCORED = 300;

  static final int DAYS = 480;

  /** A day within {@code first} and {@code last} may be blamed for it. */
  record Event(String kind, int first, int last) {}

  /** One per day, NaN where not measured; a copy. */
  double[] values() {
    return used.values();
  }
}
