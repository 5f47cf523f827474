package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.CourseLine;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A day of a chart, as a row.
 *
 * @param origin measured, rebuilt or prometheus; {@code expected} of a day to come
 * @param lo80 lower end of the 80 % band; empty of days that are known
 */
public record CourseRow(
    String subject,
    String measure,
    String unit,
    LocalDate day,
    String origin,
    long value,
    OptionalLong lo80,
    OptionalLong hi80,
    OptionalLong lo95,
    OptionalLong hi95) {

  private static final OptionalLong NONE = OptionalLong.empty();

  static CsvTable<CourseRow> table(List<CourseLine> courses) {
    return new CsvTable<>(
        "courses", CourseRow.class, courses.stream().flatMap(CourseRow::of).toList());
  }

  private static Stream<CourseRow> of(CourseLine course) {
    return Stream.concat(
        course.days().stream()
            .map(
                day ->
                    row(
                        course,
                        day.day(),
                        day.origin(),
                        day.value(),
                        List.of(NONE, NONE, NONE, NONE))),
        course.ahead().stream()
            .map(
                day ->
                    row(
                        course,
                        day.day(),
                        "expected",
                        day.mean(),
                        Stream.of(day.lo80(), day.hi80(), day.lo95(), day.hi95())
                            .map(OptionalLong::of)
                            .toList())));
  }

  private static CourseRow row(
      CourseLine course, LocalDate day, String origin, long value, List<OptionalLong> band) {
    return new CourseRow(
        course.subject(),
        course.measure(),
        course.unit(),
        day,
        origin,
        value,
        band.get(0),
        band.get(1),
        band.get(2),
        band.get(3));
  }
}
