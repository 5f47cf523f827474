package dev.poolkeeper.processors.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which pool is full the soonest, and when: always an interval, never one bare date. */
final class FullDateHeadline {

  private FullDateHeadline() {}

  /**
   * @param lines the soonest first
   */
  static Optional<String> of(List<FullDateLine> lines, LocalDate night) {
    return lines.stream()
        .findFirst()
        .filter(line -> line.outlook().equals(FullDateLine.FULL) || line.earliest().isPresent())
        .map(line -> sentence(line, night));
  }

  private static String sentence(FullDateLine line, LocalDate night) {
    String order =
        line.orderBy()
            .map(
                day ->
                    day.isBefore(night)
                        ? "; new capacity had to be ordered by " + day
                        : "; order new capacity by " + day)
            .orElse("");
    if (line.outlook().equals(FullDateLine.FULL)) {
      return "%s is full%s".formatted(line.subject(), order);
    }
    LocalDate earliest = line.earliest().orElseThrow();
    return line.latest()
        .map(
            latest ->
                "Soonest full: %s between %s and %s (80 %%)%s%s"
                    .formatted(line.subject(), earliest, latest, likely(line), order))
        .orElseGet(
            () ->
                "Soonest full: %s from %s on at the earliest (80 %%)%s%s"
                    .formatted(line.subject(), earliest, likely(line), order));
  }

  private static String likely(FullDateLine line) {
    return line.likely().map(day -> ", likely " + day).orElse("");
  }
}
