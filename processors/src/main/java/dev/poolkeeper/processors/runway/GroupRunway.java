package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.Runway.Amounts;
import dev.poolkeeper.processors.runway.Runway.Dates;
import dev.poolkeeper.processors.runway.Runway.Kind;
import dev.poolkeeper.processors.runway.Runway.Outlook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The runway of what rests on several pools: that of the pool that fills soonest, because that one
 * stops it first. Pools of one NAS do not lend each other room. Where one pool is not known, the
 * others may still say that it fills, but none can say that it never does.
 */
final class GroupRunway {

  private static final Comparator<Runway> SOONEST =
      Comparator.<Runway, Outlook>comparing(Runway::outlook)
          .thenComparing(pool -> pool.dates().full().earliest().orElse(LocalDate.MAX))
          .thenComparing(pool -> -pool.dates().within90().orElse(0))
          .thenComparing(Runway::subject);

  private GroupRunway() {}

  /**
   * @param pools the runways of those it rests on, in any order
   * @param reasons what else is to be said, such as why its use is not known
   */
  static Runway of(
      Subject group, Kind kind, Amounts amounts, List<Runway> pools, List<String> reasons) {
    List<Runway> sorted = pools.stream().sorted(SOONEST).toList();
    Optional<Runway> soonest =
        sorted.stream().findFirst().filter(pool -> pool.outlook() != Outlook.UNKNOWN);
    List<Subject> unknown =
        sorted.stream()
            .filter(pool -> pool.outlook() == Outlook.UNKNOWN)
            .map(Runway::subject)
            .toList();
    boolean open =
        soonest.isEmpty() || (soonest.get().outlook() == Outlook.NEVER && !unknown.isEmpty());
    return new Runway(
        group,
        kind,
        amounts,
        open ? Outlook.UNKNOWN : soonest.get().outlook(),
        open ? Dates.UNKNOWN : soonest.get().dates(),
        worst(pools),
        sorted.stream().map(Runway::subject).sorted().toList(),
        open ? Optional.empty() : soonest.map(Runway::subject),
        reason(soonest.filter(pool -> !open), pools.size(), unknown, reasons));
  }

  private static Optional<Severity> worst(List<Runway> pools) {
    return pools.stream().flatMap(pool -> pool.severity().stream()).min(Comparator.naturalOrder());
  }

  private static String reason(
      Optional<Runway> soonest, int pools, List<Subject> unknown, List<String> reasons) {
    StringBuilder words = new StringBuilder();
    if (pools == 0) {
      words.append("none of its volumes is known to lie on a pool");
    } else if (soonest.isEmpty()) {
      words.append("the runway of ").append(names(unknown)).append(" is not known");
    } else {
      words
          .append("that of ")
          .append(soonest.get().subject())
          .append(pools == 1 ? ", the only pool" : ", the soonest of %d pools".formatted(pools));
      if (!unknown.isEmpty()) {
        words.append("; that of ").append(names(unknown)).append(" is not known");
      }
    }
    reasons.forEach(reason -> words.append("; ").append(reason));
    return words.toString();
  }

  private static String names(List<Subject> pools) {
    return pools.stream().sorted().map(Subject::toString).collect(Collectors.joining(", "));
  }
}
