package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Ahead;
import dev.poolkeeper.processors.report.CourseLine.Day;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a chart shows, for those who do not see it. */
final class CourseWords {

  private CourseWords() {}

  static String title(CourseLine course) {
    return "%s of %s, %s to %s"
        .formatted(
            course.measure(), course.subject(), course.days().get(0).day(), lastDay(course).day());
  }

  /** {@code used, last 30 days: 1 TiB on 2026-01-13, 2 TiB on 2026-02-11}. */
  static String sparkline(CourseLine course, List<Day> days) {
    Day first = days.get(0);
    Day last = days.get(days.size() - 1);
    return "%s, last 30 days: %s on %s, %s on %s"
        .formatted(
            course.measure(),
            amount(course, first.value()),
            first.day(),
            amount(course, last.value()),
            last.day());
  }

  private static Day lastDay(CourseLine course) {
    return course.days().get(course.days().size() - 1);
  }

  static String description(CourseLine course) {
    List<String> words = new ArrayList<>();
    past(course, words);
    ahead(course, words);
    course
        .alarm()
        .ifPresent(
            alarm ->
                words.add(
                    "%s on %s; usual would have been %s to %s."
                        .formatted(
                            alarm.kind(),
                            alarm.day(),
                            amount(course, alarm.usualLow()),
                            amount(course, alarm.usualHigh()))));
    course.marks().forEach(mark -> words.add("%s on %s.".formatted(mark.kind(), mark.day())));
    return String.join(" ", words);
  }

  private static void past(CourseLine course, List<String> words) {
    Day first = course.days().get(0);
    Day last = lastDay(course);
    words.add(
        "From %s on %s to %s on %s."
            .formatted(
                amount(course, first.value()),
                first.day(),
                amount(course, last.value()),
                last.day()));
    long span = last.day().toEpochDay() - first.day().toEpochDay() + 1;
    if (span > course.days().size()) {
      words.add(CountText.of(span - course.days().size(), "day is", "days are") + " missing.");
    }
    long rebuilt = course.days().stream().filter(Day::rebuilt).count();
    if (rebuilt > 0) {
      words.add(CountText.of(rebuilt, "day was", "days were") + " told later, not measured.");
    }
  }

  private static void ahead(CourseLine course, List<String> words) {
    if (!course.ahead().isEmpty()) {
      Ahead end = course.ahead().get(course.ahead().size() - 1);
      words.add(
          "Expected on %s: %s; 80 %% between %s and %s; 95 %% between %s and %s."
              .formatted(
                  end.day(),
                  amount(course, end.mean()),
                  amount(course, end.lo80()),
                  amount(course, end.hi80()),
                  amount(course, end.lo95()),
                  amount(course, end.hi95())));
    }
    course
        .capacity()
        .ifPresent(capacity -> words.add("Capacity %s.".formatted(amount(course, capacity))));
  }

  private static String amount(CourseLine course, long value) {
    return course.unit().equals(CourseLine.BYTES) ? ByteText.of(value) : CountText.of(value);
  }
}
