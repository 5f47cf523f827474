package dev.poolkeeper.tests.benchmark;

import java.util.Optional;

/**
 * Used bytes of one volume over 480 days, and what was planted in it.
 *
 * @param values NaN on days that were not measured
 */
record LabelledSeries(String id, String life, double[] values, Optional<Event> event) {

  /** Days before this one only make history. */
  static final int FIRST_SCORED = 300;

  static final int DAYS = 480;

  /** A day within {@code first} and {@code last} may be blamed for it. */
  record Event(String kind, int first, int last) {}
}
