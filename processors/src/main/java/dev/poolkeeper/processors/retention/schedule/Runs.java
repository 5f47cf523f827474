package dev.poolkeeper.processors.retention.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The runs of a schedule in a zone, as moments. A time on the wall that a clock change skips is not
 * run; one that comes twice is run the first time, as the second would make the same name again.
 */
public final class Runs {

  /**
   * One run.
   *
   * @param wall by the clock on the wall
   */
  public record Run(LocalDateTime wall, Instant at) {}

  private Runs() {}

  /**
   * All runs from one moment to another, both included, in order.
   *
   * @param most of more runs only the last so many are given
   */
  public static List<Run> between(
      CronSchedule schedule, ZoneId zone, Instant from, Instant to, int most) {
    List<Run> runs = new ArrayList<>();
    LocalDateTime wall = to.atZone(zone).toLocalDateTime().plusHours(2);
    LocalDateTime first = from.atZone(zone).toLocalDateTime().minusHours(2);
    while (runs.size() < most) {
      Optional<LocalDateTime> run = schedule.last(wall);
      if (run.isEmpty() || run.get().isBefore(first)) {
        break;
      }
      at(run.get(), zone)
          .filter(moment -> !moment.isBefore(from) && !moment.isAfter(to))
          .ifPresent(moment -> runs.add(new Run(run.get(), moment)));
      wall = run.get().minusMinutes(1);
    }
    Collections.reverse(runs);
    return runs;
  }

  /** Its first run after a moment; empty when it never runs. */
  public static Optional<Run> next(CronSchedule schedule, ZoneId zone, Instant after) {
    LocalDateTime wall = after.atZone(zone).toLocalDateTime().minusHours(2);
    while (true) {
      Optional<LocalDateTime> run = schedule.next(wall);
      if (run.isEmpty()) {
        return Optional.empty();
      }
      Optional<Instant> at = at(run.get(), zone).filter(after::isBefore);
      if (at.isPresent()) {
        return Optional.of(new Run(run.get(), at.get()));
      }
      wall = run.get();
    }
  }

  private static Optional<Instant> at(LocalDateTime wall, ZoneId zone) {
    return zone.getRules().getValidOffsets(wall).stream()
        .map(wall::toInstant)
        .min(Instant::compareTo);
  }
}
