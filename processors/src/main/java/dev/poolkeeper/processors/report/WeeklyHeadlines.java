package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.capacity.Shares;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.PoolGrowthLine.NamespaceGrowth;
import dev.poolkeeper.processors.runway.Crossing;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The week in a few sentences: pools that fill, pools of which nothing is known, who grew most. */
final class WeeklyHeadlines {

  private static final int POOLS_NAMED = 4;
  private static final int A_WEEK = 7;

  private WeeklyHeadlines() {}

  static List<String> of(WeeklyFacts facts) {
    List<RunwayLine> pools =
        facts.runways().stream().filter(line -> line.kind().equals(RunwayLine.POOL)).toList();
    List<String> headlines = new ArrayList<>();
    if (pools.isEmpty()) {
      headlines.add("No pool was read on this night, so nothing is known of any runway.");
    }
    add(headlines, urgent(pools, facts.date()));
    if (headlines.isEmpty()) {
      soonest(pools, facts.date()).ifPresent(headlines::add);
    }
    add(
        headlines,
        pools.stream()
            .filter(pool -> pool.outlook().equals(RunwayLine.UNKNOWN))
            .map(
                pool ->
                    "The runway of %s is not known: %s.".formatted(pool.subject(), pool.reason()))
            .toList());
    grownMost(facts).ifPresent(headlines::add);
    Hindsight.sentence(facts).ifPresent(headlines::add);
    return headlines;
  }

  private static List<String> urgent(List<RunwayLine> pools, LocalDate night) {
    return pools.stream()
        .filter(pool -> !pool.outlook().equals(RunwayLine.UNKNOWN))
        .filter(pool -> severity(pool).compareTo(Severity.INFO) < 0)
        .sorted(
            Comparator.comparing(WeeklyHeadlines::severity)
                .thenComparing(pool -> pool.full().earliest().orElse(LocalDate.MAX))
                .thenComparing(RunwayLine::subject))
        .map(pool -> filling(pool, night))
        .toList();
  }

  private static Optional<String> soonest(List<RunwayLine> pools, LocalDate night) {
    return pools.stream()
        .filter(pool -> pool.full().earliest().isPresent())
        .min(
            Comparator.<RunwayLine, LocalDate>comparing(pool -> pool.full().earliest().get())
                .thenComparing(RunwayLine::subject))
        .map(pool -> "Soonest of all, " + filling(pool, night));
  }

  private static Optional<String> grownMost(WeeklyFacts facts) {
    return facts.growth().stream()
        .filter(line -> line.days() == A_WEEK && line.deltaBytes().orElse(0) > 0)
        .max(
            Comparator.<PoolGrowthLine>comparingLong(line -> line.deltaBytes().orElseThrow())
                .thenComparing(Comparator.comparing(PoolGrowthLine::pool).reversed()))
        .map(WeeklyHeadlines::growing);
  }

  private static void add(List<String> headlines, List<String> more) {
    more.stream().limit(POOLS_NAMED).forEach(headlines::add);
    if (more.size() > POOLS_NAMED) {
      headlines.add("And %d more like it.".formatted(more.size() - POOLS_NAMED));
    }
  }

  /** What is not rated comes last. */
  private static Severity severity(RunwayLine pool) {
    return pool.severity().flatMap(Severity::named).orElse(Severity.INFO);
  }

  private static String filling(RunwayLine pool, LocalDate night) {
    String order =
        pool.orderBy()
            .map(
                day ->
                    day.isBefore(night)
                        ? "; new capacity had to be ordered by " + day
                        : "; order new capacity by " + day)
            .orElse("");
    if (pool.outlook().equals("full")) {
      return "%s is full%s.".formatted(pool.subject(), order);
    }
    return "%s %s%s%s.".formatted(pool.subject(), level(pool), dates(pool.full()), order);
  }

  private static String level(RunwayLine pool) {
    return pool.usedBytes().isPresent() && pool.capacityBytes().orElse(0) > 0
        ? "is %s full and "
            .formatted(
                Shares.percent(
                    (double) pool.usedBytes().getAsLong() / pool.capacityBytes().getAsLong()))
        : "";
  }

  /** Never one bare date. */
  private static String dates(Crossing full) {
    if (full.earliest().isEmpty()) {
      return "does not fill within the horizon";
    }
    return full.latest()
        .map(
            to ->
                "will likely be full between %s and %s (80 %%)"
                    .formatted(full.earliest().get(), to))
        .orElse("may be full from %s on (upper end of 80 %%)".formatted(full.earliest().get()));
  }

  private static String growing(PoolGrowthLine line) {
    Optional<NamespaceGrowth> most =
        line.namespaces().stream()
            .filter(one -> one.namespace().isPresent() && one.bytes() > 0)
            .max(Comparator.comparingLong(NamespaceGrowth::bytes));
    return "%s grew by %s from %s to %s%s."
        .formatted(
            line.pool(),
            BinaryBytes.text(line.deltaBytes().orElseThrow()),
            line.from().orElseThrow(),
            line.to().orElseThrow(),
            most.map(
                    one ->
                        ", %s of it in %s"
                            .formatted(BinaryBytes.text(one.bytes()), one.namespace().get()))
                .orElse(""));
  }
}
