package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.policy.KeepRule;
import dev.poolkeeper.processors.retention.policy.Periods;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a dataset lacks of its policy: a fresh enough snapshot for the shortest period, and one in
 * each of the past periods that the policy keeps.
 *
 * <p>A past period lacks one only if it lies wholly after the dataset was made, after its oldest
 * snapshot, and after the night on which the policy was first seen to be about the dataset; if it
 * is past; and if the snapshots before and after it are further apart than the policy's own warning
 * age, so that one taken a minute after midnight is that of the day before.
 */
final class PolicyGaps {

  private static final int NAMED = 3;

  /** A past period that the policy keeps. */
  private record Window(Instant begin, Instant end) {}

  private final RetentionPolicy policy;
  private final ZoneId zone;
  private final Instant asOf;
  private final Map<KeepRule.Periods, List<Window>> windows = new LinkedHashMap<>();

  /** Made once for all datasets of a NAS, as reckoning with calendars is most of the work. */
  PolicyGaps(RetentionPolicy policy, ZoneId zone, Instant asOf) {
    this.policy = policy;
    this.zone = zone;
    this.asOf = asOf;
    policy.periods().forEach(rule -> windows.put(rule, past(rule)));
  }

  private List<Window> past(KeepRule.Periods rule) {
    List<Window> past = new ArrayList<>();
    long current = Periods.of(asOf, rule.period(), zone);
    for (long number = current - rule.count(); number < current; number++) {
      Instant begin = Periods.begin(number, rule.period(), zone);
      if (policy.keep().mostAge().map(age -> begin.isAfter(age.before(asOf, zone))).orElse(true)) {
        past.add(new Window(begin, Periods.begin(number + 1, rule.period(), zone)));
      }
    }
    return past;
  }

  /**
   * @param made when the snapshots that the policy is about were made
   * @param since when the dataset was made; empty when not told
   * @param promisedSince the first night that saw the policy be about the dataset; empty: tonight
   */
  MissingRuns missing(
      List<Instant> made, Optional<Instant> since, Optional<Instant> promisedSince) {
    NavigableSet<Instant> there = new TreeSet<>(made);
    Optional<Instant> newest = there.isEmpty() ? Optional.empty() : Optional.of(there.last());
    MissingRuns stale = stale(newest, since);
    return promisedSince
        .filter(at -> there.size() > 1)
        .map(at -> since.filter(at::isBefore).orElse(at))
        .map(at -> at.isBefore(there.first()) ? there.first() : at)
        .map(from -> stale.and(gaps(there, from)))
        .orElse(stale);
  }

  private MissingRuns stale(Optional<Instant> newest, Optional<Instant> since) {
    Optional<Length> period = policy.shortestPeriod();
    Optional<Instant> last = newest.or(() -> since);
    if (period.isEmpty() || last.isEmpty()) {
      return MissingRuns.NONE;
    }
    Duration age = Duration.between(last.get(), asOf);
    Optional<Severity> severity = policy.freshness().rate(period.get(), age);
    int periods = (int) Math.min(age.toSeconds() / period.get().meanSeconds(), Integer.MAX_VALUE);
    String text =
        newest
            .map(
                at ->
                    "%s: the newest is of %s, one in %s is promised"
                        .formatted(policy.name(), at, period.get()))
            .orElseGet(
                () ->
                    "%s: there is none at all, one in %s is promised"
                        .formatted(policy.name(), period.get()));
    return severity
        .map(
            bad ->
                new MissingRuns(
                    Math.max(periods, 1),
                    Optional.of(bad),
                    List.of(text),
                    List.of(last.get().plusSeconds(period.get().meanSeconds()))))
        .orElse(MissingRuns.NONE);
  }

  /** A longer period in which a shorter one was counted already is the same gap. */
  private MissingRuns gaps(NavigableSet<Instant> there, Instant from) {
    NavigableSet<Instant> counted = new TreeSet<>();
    List<String> evidence = new ArrayList<>();
    windows.forEach(
        (rule, past) -> {
          List<Instant> lacking =
              past.stream()
                  .filter(window -> !window.begin().isBefore(from))
                  .filter(window -> empty(there, window, rule))
                  .filter(window -> counted.subSet(window.begin(), window.end()).isEmpty())
                  .map(Window::begin)
                  .toList();
          counted.addAll(lacking);
          if (!lacking.isEmpty()) {
            evidence.add(text(rule, lacking));
          }
        });
    return counted.isEmpty()
        ? MissingRuns.NONE
        : new MissingRuns(
            counted.size(), Optional.of(Severity.INFO), evidence, List.copyOf(counted));
  }

  private boolean empty(NavigableSet<Instant> there, Window window, KeepRule.Periods rule) {
    if (!there.subSet(window.begin(), window.end()).isEmpty()) {
      return false;
    }
    Optional<Instant> before = Optional.ofNullable(there.lower(window.begin()));
    Optional<Instant> after = Optional.ofNullable(there.ceiling(window.end()));
    return before.isPresent()
        && after.isPresent()
        && Duration.between(before.get(), after.get())
                .compareTo(policy.freshness().of(rule.period()).warn())
            > 0;
  }

  private String text(KeepRule.Periods rule, List<Instant> lacking) {
    return "%s: %d of the last %d past periods of %s lack one: %s%s"
        .formatted(
            policy.name(),
            lacking.size(),
            rule.count(),
            rule.period(),
            String.join(", ", lacking.stream().limit(NAMED).map(at -> text(at, rule)).toList()),
            lacking.size() > NAMED ? " …" : "");
  }

  /** A day by its date, an hour with its time, both on the wall of the NAS. */
  private String text(Instant begin, KeepRule.Periods rule) {
    boolean days = rule.period().unit().compareTo(Length.Unit.DAY) >= 0;
    var wall = begin.atZone(zone).toLocalDateTime();
    return days ? wall.toLocalDate().toString() : wall.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
