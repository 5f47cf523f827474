package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.CourseLine;
import java.util.ArrayList;
import java.util.List;

/** What the lines of a chart mean; only of those that are on it. */
final class CourseCaption {

  private CourseCaption() {}

  static String of(CourseLine course) {
    List<String> parts = new ArrayList<>();
    parts.add(measure(course.measure()));
    if (course.days().stream().anyMatch(CourseLine.Day::rebuilt)) {
      parts.add("dotted: told later, by snapshots or Prometheus");
    }
    if (!course.ahead().isEmpty()) {
      parts.add("dashed: expected, with the band of 80 % (dark) and of 95 % (light)");
    }
    return String.join("; ", parts);
  }

  private static String measure(String word) {
    return switch (word) {
      case "used" -> "Used, with snapshots";
      case "live" -> "Live data, without snapshots";
      case "filled" -> "Used, as its file system says";
      case "snapshots" -> "Number of snapshots";
      default -> "Measured";
    };
  }
}
