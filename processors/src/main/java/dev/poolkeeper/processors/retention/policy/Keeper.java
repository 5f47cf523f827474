package dev.poolkeeper.processors.retention.policy;

import dev.poolkeeper.processors.retention.Length;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits the snapshots of one dataset by what a policy keeps.
 *
 * <p>Of each period that counts the first snapshot is kept, so that one more snapshot never takes a
 * kept one's place in its period. Periods without a snapshot do not count: when no more are made,
 * none is removed for that. The newest is always kept, and so is what a hold keeps. Deterministic,
 * whatever the order of the input; O(n log n).
 */
public final class Keeper {

  private final KeepRules keep;
  private final ZoneId zone;

  /**
   * @param zone whose calendar days, weeks, months and years are of
   */
  public Keeper(KeepRules keep, ZoneId zone) {
    this.keep = keep;
    this.zone = zone;
  }

  /**
   * @param kept oldest first, as many reasons as it takes
   * @param dropped oldest first
   */
  public record Split(List<Kept> kept, List<DatedSnapshot> dropped) {
    public Split {
      kept = List.copyOf(kept);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * @param asOf ages are measured from here; younger ones are of no age
   */
  public Split split(List<DatedSnapshot> snapshots, Instant asOf) {
    List<DatedSnapshot> sorted = snapshots.stream().sorted().toList();
    List<List<String>> reasons = new ArrayList<>();
    sorted.forEach(snapshot -> reasons.add(new ArrayList<>(2)));
    for (KeepRule rule : keep.rules()) {
      apply(rule, sorted, reasons, asOf);
    }
    List<Kept> kept = new ArrayList<>();
    List<DatedSnapshot> dropped = new ArrayList<>();
    for (int at = 0; at < sorted.size(); at++) {
      DatedSnapshot snapshot = sorted.get(at);
      if (at == sorted.size() - 1) {
        reasons.get(at).add("newest");
      }
      if (snapshot.held()) {
        reasons.get(at).add("held");
      }
      if (reasons.get(at).isEmpty()) {
        dropped.add(snapshot);
      } else {
        kept.add(new Kept(snapshot, reasons.get(at)));
      }
    }
    return new Split(kept, dropped);
  }

  private void apply(
      KeepRule rule, List<DatedSnapshot> sorted, List<List<String>> reasons, Instant asOf) {
    if (rule instanceof KeepRule.Periods periods) {
      firstOfPeriods(periods, sorted, reasons, asOf);
      return;
    }
    for (int at = 0; at < sorted.size(); at++) {
      if (keeps(rule, sorted.get(at), sorted.size() - 1 - at, asOf)) {
        reasons.get(at).add(rule.toString());
      }
    }
  }

  /**
   * @param newer how many newer ones there are
   */
  private boolean keeps(KeepRule rule, DatedSnapshot snapshot, int newer, Instant asOf) {
    if (rule instanceof KeepRule.Named named) {
      return named.pattern().matches(snapshot.name());
    }
    if (!young(snapshot, asOf)) {
      return false;
    }
    if (rule instanceof KeepRule.Last last) {
      return newer < last.count();
    }
    return rule instanceof KeepRule.Within within && younger(snapshot, within.age(), asOf);
  }

  private void firstOfPeriods(
      KeepRule.Periods rule, List<DatedSnapshot> sorted, List<List<String>> reasons, Instant asOf) {
    long[] numbers = new long[sorted.size()];
    TreeSet<Long> periods = new TreeSet<>();
    for (int at = 0; at < numbers.length; at++) {
      numbers[at] = Periods.of(sorted.get(at).at(), rule.period(), zone);
      periods.add(numbers[at]);
    }
    while (periods.size() > rule.count()) {
      periods.pollFirst();
    }
    Set<Long> taken = new HashSet<>();
    for (int at = 0; at < numbers.length; at++) {
      boolean counts = periods.contains(numbers[at]) && taken.add(numbers[at]);
      if (counts && young(sorted.get(at), asOf)) {
        int place = periods.tailSet(numbers[at]).size();
        reasons.get(at).add("%d of %s".formatted(place, rule));
      }
    }
  }

  private boolean young(DatedSnapshot snapshot, Instant asOf) {
    return keep.mostAge().map(age -> younger(snapshot, age, asOf)).orElse(true);
  }

  private boolean younger(DatedSnapshot snapshot, Length age, Instant asOf) {
    return snapshot.at().isAfter(age.before(asOf, zone));
  }
}
