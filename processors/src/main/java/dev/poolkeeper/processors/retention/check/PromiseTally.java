package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.Length;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Sums up one promise while datasets are checked one after the other. What it remembers does not
 * grow with their number.
 */
final class PromiseTally {

  /** The part of one dataset. */
  private static final class Part {
    private long snapshots;
    private long used;
    private long overdue;
    private long overdueUsed;
  }

  private final Map<SnapshotState, Long> counts = new EnumMap<>(SnapshotState.class);
  private final List<StripTally> strips;
  private int datasets;
  private int tooMany;
  private long missing;
  private Optional<Severity> missingSeverity = Optional.empty();
  private FreedBytes holds = FreedBytes.NOTHING;
  private FreedBytes overdueBytes = FreedBytes.NOTHING;
  private Part part = new Part();

  PromiseTally(List<StripTally> strips) {
    this.strips = List.copyOf(strips);
  }

  /** Counts a snapshot of the dataset that is being checked. */
  void add(SnapshotVerdict verdict) {
    counts.merge(verdict.state(), 1L, Long::sum);
    long used = used(verdict);
    part.snapshots++;
    part.used = Math.addExact(part.used, used);
    if (verdict.state() == SnapshotState.OVERDUE) {
      part.overdue++;
      part.overdueUsed = Math.addExact(part.overdueUsed, used);
    }
    Optional<Instant> made = verdict.snapshot().createdAt();
    made.ifPresent(at -> strips.forEach(strip -> strip.add(at, verdict.state())));
  }

  /** What a snapshot alone holds; one that does not tell counts as 0, as in {@link FreedBytes}. */
  static long used(SnapshotVerdict verdict) {
    return Math.max(verdict.snapshot().usage().usedBytes().orElse(0), 0);
  }

  void missing(MissingRuns runs) {
    missing += runs.count();
    missingSeverity =
        Stream.of(missingSeverity, runs.severity())
            .flatMap(Optional::stream)
            .min(Severity::compareTo);
    runs.at().forEach(at -> strips.forEach(strip -> strip.missing(at)));
  }

  /** The dataset that is being checked has more than it may. */
  void tooMany() {
    tooMany++;
  }

  /**
   * Ends a dataset.
   *
   * @param snapshots all of it, of whomever
   * @param used what each of them alone holds, summed up
   * @param all what all of them hold together
   */
  void endDataset(long snapshots, long used, OptionalLong all) {
    datasets++;
    holds = holds.plus(bytes(part.snapshots, part.used, snapshots, used, all));
    overdueBytes = overdueBytes.plus(bytes(part.overdue, part.overdueUsed, snapshots, used, all));
    part = new Part();
  }

  private static FreedBytes bytes(
      long going, long goingUsed, long snapshots, long used, OptionalLong all) {
    return going == 0
        ? FreedBytes.NOTHING
        : FreedBytes.of(goingUsed, used - goingUsed, going == snapshots, all);
  }

  PromiseRetention sum(Promise promise, String terms, int about, List<String> notes) {
    return new PromiseRetention(
        promise,
        terms,
        Math.max(about, datasets),
        counts,
        missing,
        missingSeverity,
        tooMany,
        holds,
        overdueBytes,
        strips.stream().map(StripTally::strip).toList(),
        notes);
  }

  /** The strips of a period that comes again so often, with room for what is due and there. */
  static int cells(int kept) {
    return Math.min(Math.max(kept + 8, 14), StripTally.MOST);
  }

  /** The calendar period that a run falls into by the time between two. */
  static Length.Unit unit(Duration between) {
    if (between.toHours() < 12) {
      return Length.Unit.HOUR;
    }
    if (between.toDays() < 4) {
      return Length.Unit.DAY;
    }
    return between.toDays() < 20 ? Length.Unit.WEEK : Length.Unit.MONTH;
  }
}
