package dev.poolkeeper.jobs.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which nights a start of the demo replays: all recorded ones at first; then those that are
 * missing; then the newest again, which replaces what was said of it. A night that nobody recorded
 * would be made up twice over: no snapshot task had run in it, and every promise would be broken.
 */
final class DemoNights {

  /**
   * One night to replay.
   *
   * @param date the night it counts as
   * @param recording the night whose recording is used
   */
  record Night(LocalDate date, LocalDate recording) {}

  private final TreeSet<LocalDate> recorded;

  DemoNights(List<LocalDate> recorded) {
    this.recorded = new TreeSet<>(recorded);
  }

  /**
   * @param last the newest night in the demo's ledger
   */
  List<Night> next(Optional<LocalDate> last) {
    List<Night> missing =
        recorded.stream()
            .filter(night -> last.isEmpty() || night.isAfter(last.get()))
            .map(night -> new Night(night, night))
            .toList();
    return missing.isEmpty() ? List.of(new Night(last.orElseThrow(), recorded.last())) : missing;
  }
}
