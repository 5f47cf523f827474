package dev.poolkeeper.processors.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a quantity went and how it is expected to go: what a chart of it shows.
 *
 * @param measure what of the subject, as a word: {@code used}, {@code referenced}, {@code
 *     snapshots} …
 * @param unit {@code bytes} or {@code count}
 * @param asOf the night that looks at it
 * @param days the days of which something is known, in order; others are missing
 * @param ahead the days that are forecast, in order; empty when none are
 * @param capacity what it is full at; empty when nothing limits it or the limit is not known
 * @param warnAt share of the capacity from which on it is too full, over 0
 * @param criticalAt share of the capacity from which on it is much too full, over 0
 * @param alarm the unusual day that the chart is about; empty when it is about growth
 * @param marks unusual days on a chart of growth, in order
 */
public record CourseLine(
    String subject,
    String measure,
    String unit,
    LocalDate asOf,
    List<Day> days,
    List<Ahead> ahead,
    OptionalLong capacity,
    OptionalDouble warnAt,
    OptionalDouble criticalAt,
    Optional<Alarm> alarm,
    List<Mark> marks) {

  public static final String BYTES = "bytes";
  public static final String COUNT = "count";

  /**
   * One known day.
   *
   * @param origin {@code measured}, {@code rebuilt} or {@code prometheus}
   */
  public record Day(LocalDate day, long value, String origin) {

    /** Whether it was told later and not seen by a night. */
    public boolean rebuilt() {
      return !origin.equals("measured");
    }
  }

  /**
   * One day to come: the expected value and the two bands around it, {@code lo95 <= lo80 <= mean <=
   * hi80 <= hi95}.
   */
  public record Ahead(LocalDate day, long mean, long lo80, long hi80, long lo95, long hi95) {}

  /**
   * What is unusual.
   *
   * @param kind of the anomaly, in words
   * @param usualLow lower end of what would have been usual on that day
   * @param usualHigh upper end of it
   */
  public record Alarm(LocalDate day, String kind, long usualLow, long usualHigh) {}

  /**
   * An unusual day.
   *
   * @param kind of the anomaly, in words
   */
  public record Mark(LocalDate day, String kind) {}

  public CourseLine {
    requireNonNull(subject, "subject");
    requireNonNull(measure, "measure");
    requireNonNull(unit, "unit");
    requireNonNull(asOf, "asOf");
    days = List.copyOf(days);
    ahead = List.copyOf(ahead);
    requireNonNull(capacity, "capacity");
    requireNonNull(warnAt, "warnAt");
    requireNonNull(criticalAt, "criticalAt");
    requireNonNull(alarm, "alarm");
    marks = List.copyOf(marks);
  }

  /** Without unusual days on it. */
  public CourseLine(
      String subject,
      String measure,
      String unit,
      LocalDate asOf,
      List<Day> days,
      List<Ahead> ahead,
      OptionalLong capacity,
      OptionalDouble warnAt,
      OptionalDouble criticalAt,
      Optional<Alarm> alarm) {
    this(subject, measure, unit, asOf, days, ahead, capacity, warnAt, criticalAt, alarm, List.of());
  }

  /** The same with the day that is unusual. */
  public CourseLine with(Optional<Alarm> unusual) {
    return new CourseLine(
        subject, measure, unit, asOf, days, ahead, capacity, warnAt, criticalAt, unusual, marks);
  }

  /** The same with unusual days. */
  public CourseLine marked(List<Mark> unusual) {
    return new CourseLine(
        subject, measure, unit, asOf, days, ahead, capacity, warnAt, criticalAt, alarm, unusual);
  }
}
