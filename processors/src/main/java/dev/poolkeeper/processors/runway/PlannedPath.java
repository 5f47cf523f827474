package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.runway.PlannedChange.What;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is planned for one pool, by days ahead. What was due on the night or before is left out: it
 * is in what was measured, or was put off; nobody here can tell.
 */
final class PlannedPath {

  private final LocalDate night;
  private final List<PlannedChange> ahead;
  private final List<PlannedChange> past;

  PlannedPath(LocalDate night, List<PlannedChange> planned) {
    this.night = night;
    List<PlannedChange> sorted =
        planned.stream()
            .sorted(
                Comparator.comparing(PlannedChange::on)
                    .thenComparing(PlannedChange::what)
                    .thenComparing(PlannedChange::bytes)
                    .thenComparing(PlannedChange::reason))
            .toList();
    this.ahead = sorted.stream().filter(change -> change.on().isAfter(night)).toList();
    this.past = sorted.stream().filter(change -> !change.on().isAfter(night)).toList();
  }

  boolean isEmpty() {
    return ahead.isEmpty();
  }

  /** How much has come by then. */
  double by(What what, int daysAhead) {
    LocalDate day = night.plusDays(daysAhead);
    return ahead.stream()
        .filter(change -> change.what() == what && !change.on().isAfter(day))
        .mapToDouble(PlannedChange::bytes)
        .sum();
  }

  /** In words, in the order of the days. */
  String words() {
    List<String> words = new ArrayList<>();
    ahead.forEach(change -> words.add(words(change)));
    if (!past.isEmpty()) {
      words.add(
          "left out, as its day is past: "
              + past.stream().map(PlannedPath::words).collect(Collectors.joining(", ")));
    }
    return String.join("; ", words);
  }

  private static String words(PlannedChange change) {
    return "%s of %s on %s (%s)"
        .formatted(
            BinaryBytes.text(change.bytes()),
            change.what() == What.CAPACITY ? "more room" : "more data",
            change.on(),
            change.reason());
  }
}
