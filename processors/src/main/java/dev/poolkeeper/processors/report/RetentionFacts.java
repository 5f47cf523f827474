package dev.poolkeeper.processors.report;

import java.util.List;

/**
 * Snapshots against what was promised of them; the field names are a public contract.
 *
 * @param unjudged of which nothing is said
 * @param totals of all others
 * @param worst the promises of which most is amiss
 * @param calendars theirs, shortest periods first; none of any but the newest night
 * @param omitted how many more promises there are
 * @param trends each NAS, and the datasets whose snapshots grow most
 * @param trendsOmitted how many more datasets have snapshots that grow
 */
public record RetentionFacts(
    List<Unjudged> unjudged,
    RetentionTotals totals,
    List<PromiseLine> worst,
    List<PromiseCalendar> calendars,
    long omitted,
    List<SnapshotTrendLine> trends,
    long trendsOmitted) {

  /** Nobody looked. */
  public static final RetentionFacts NONE =
      new RetentionFacts(List.of(), RetentionTotals.NONE, List.of(), List.of(), 0, List.of(), 0);

  /**
   * @param lists that were not read whole
   */
  public record Unjudged(String nas, List<String> lists) {
    public Unjudged {
      lists = List.copyOf(lists);
    }
  }

  public RetentionFacts {
    unjudged = List.copyOf(unjudged);
    worst = List.copyOf(worst);
    calendars = List.copyOf(calendars);
    trends = List.copyOf(trends);
  }
}
