package dev.poolkeeper.processors.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.retention.policy.DatedSnapshot;
import dev.poolkeeper.processors.retention.policy.KeepRule;
import dev.poolkeeper.processors.retention.policy.KeepRules;
import dev.poolkeeper.processors.retention.policy.Keeper;
import dev.poolkeeper.processors.retention.policy.Keeper.Split;
import dev.poolkeeper.processors.retention.policy.Kept;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeeperTest {

  private static final Instant NOW = Instant.parse("2026-03-31T01:00:00Z");

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Brussels"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"));

  private static final List<Length.Unit> UNITS =
      List.of(
          Length.Unit.HOUR, Length.Unit.DAY, Length.Unit.WEEK, Length.Unit.MONTH, Length.Unit.YEAR);

  private static KeepRules rules(String text) {
    KeepRules.Parsed parsed = KeepRules.parse(text);
    assertThat(parsed.problems()).isEmpty();
    return parsed.rules();
  }

  /** One every six hours over the last 40 days. */
  private static List<DatedSnapshot> sixHourly() {
    List<DatedSnapshot> all = new ArrayList<>();
    for (int i = 0; i < 160; i++) {
      Instant at = Instant.parse("2026-03-31T00:00:00Z").minus(Duration.ofHours(6L * i));
      all.add(new DatedSnapshot("s" + i, at, false));
    }
    return all;
  }

  /** Golden: what is kept of forty days by name of the policy, oldest first. */
  @ParameterizedTest
  @CsvSource({
    "the newest only, last 1, 2026-03-31T00",
    "keep last three, last 3, 2026-03-30T12 2026-03-30T18 2026-03-31T00",
    "four days, 4x1d, 2026-03-28T00 2026-03-29T00 2026-03-30T00 2026-03-31T00",
    "weeks from Monday, 3x1w, 2026-03-16T00 2026-03-23T00 2026-03-30T00 2026-03-31T00",
    "months, 2x1m, 2026-03-01T00 2026-02-19T06 2026-03-31T00",
    "within, within 12h, 2026-03-30T18 2026-03-31T00",
    "two tiers, '2x6h, 2x1d', 2026-03-30T00 2026-03-30T18 2026-03-31T00",
    "an age limit, '12x1m, max age 2w', 2026-03-31T00",
    "a name, named s15*, 2026-02-19T06 2026-02-19T12 2026-02-19T18 2026-02-20T00 2026-02-20T06"
        + " 2026-02-20T12 2026-02-20T18 2026-02-21T00 2026-02-21T06 2026-02-21T12 2026-03-27T06"
        + " 2026-03-31T00"
  })
  void keeps(String name, String policy, String expected) {
    Split split = new Keeper(rules(policy), ZoneId.of("UTC")).split(sixHourly(), NOW);

    assertThat(split.kept().stream().map(k -> k.snapshot().at().toString().substring(0, 13)))
        .as(name)
        .containsExactlyElementsOf(new TreeSet<>(List.of(expected.split(" "))));
    holds(split, sixHourly());
  }

  @Test
  void everyRuleThatKeepsItIsAReason() {
    Split split =
        new Keeper(rules("2x1d, last 1, within 1d"), ZoneId.of("UTC")).split(sixHourly(), NOW);
    Kept newest = split.kept().get(split.kept().size() - 1);

    assertThat(newest.reasons()).containsExactly("1 of 2x1d", "last 1", "within 1d", "newest");
  }

  @Test
  void allThatIsNotUnderstoodIsSaidAtOnce() {
    assertThat(KeepRules.parse("24x1h, 3x2q, last x, 0x1d, foo").problems())
        .extracting(KeepRules.Problem::seen)
        .containsExactly("3x2q", "last x", "0x1d", "foo");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    String text = "24x1h, 12x1m, last 5, within 3d, named *-keep, at most 500, max age 1y";

    assertThat(rules(text).toString()).isEqualTo(text);
  }

  private static void holds(Split split, List<DatedSnapshot> all) {
    Set<DatedSnapshot> kept = split.kept().stream().map(Kept::snapshot).collect(Collectors.toSet());
    assertThat(split.kept().size() + split.dropped().size()).isEqualTo(all.size());
    Set<DatedSnapshot> both = new HashSet<>(kept);
    both.addAll(split.dropped());
    assertThat(both).isEqualTo(new HashSet<>(all));
    assertThat(split.kept()).allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
  }

  /** Differential: a slow oracle that looks at every snapshot and period anew. */
  @Test
  void agreesWithASlowOracle() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      KeepRules policy = randomRules(random);
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      List<DatedSnapshot> all = randomSnapshots(random, zone);
      Split split = new Keeper(policy, zone).split(all, NOW);

      assertThat(split.kept().stream().map(k -> k.snapshot().name()).collect(Collectors.toSet()))
          .as("%s in %s of %s", policy, zone, all)
          .isEqualTo(Oracle.kept(policy, zone, all));
      holds(split, all);
    }
  }

  @Test
  void oneMoreSnapshotTakesNoPlaceOfAnOlderOneInItsPeriod() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      KeepRules policy = rules(List.of("5x1d", "9x3h", "4x1w, 2x1m").get(random.nextInt(3)));
      List<DatedSnapshot> all = randomSnapshots(random, zone);
      Set<String> before = firstOfPeriods(new Keeper(policy, zone).split(all, NOW));
      List<DatedSnapshot> more = new ArrayList<>(all);
      Instant newest =
          all.stream().map(DatedSnapshot::at).max(Instant::compareTo).orElse(NOW.minusSeconds(9));
      more.add(new DatedSnapshot("more", newest.plusSeconds(1), false));
      Split after = new Keeper(policy, zone).split(more, NOW.plusSeconds(10));

      Set<String> gone = new HashSet<>(before);
      gone.removeAll(firstOfPeriods(after));
      boolean newPeriod =
          after.kept().stream()
              .filter(k -> k.snapshot().name().equals("more"))
              .anyMatch(k -> k.reasons().stream().anyMatch(r -> r.contains(" of ")));
      assertThat(gone.isEmpty() || newPeriod).as("%s lost %s", policy, gone).isTrue();
    }
  }

  private static Set<String> firstOfPeriods(Split split) {
    return split.kept().stream()
        .filter(k -> k.reasons().stream().anyMatch(r -> r.contains(" of ")))
        .map(k -> k.snapshot().name())
        .collect(Collectors.toSet());
  }

  @Test
  void whatIsKeptIsKeptAgain() {
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      KeepRules policy = randomRules(random);
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      List<DatedSnapshot> all = randomSnapshots(random, zone);
      Keeper keeper = new Keeper(policy, zone);
      List<DatedSnapshot> kept =
          keeper.split(all, NOW).kept().stream().map(Kept::snapshot).toList();
      List<DatedSnapshot> shuffled = new ArrayList<>(kept);
      Collections.shuffle(shuffled, random);

      assertThat(keeper.split(shuffled, NOW).dropped()).as("%s", policy).isEmpty();
    }
  }

  private static KeepRules randomRules(Random random) {
    List<KeepRule> rules = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Length.Unit unit = UNITS.get(random.nextInt(UNITS.size()));
      int amount = 1 + random.nextInt(3);
      rules.add(
          switch (random.nextInt(6)) {
            case 0 -> new KeepRule.Last(1 + random.nextInt(5));
            case 1 -> new KeepRule.Within(new Length(amount, unit));
            case 2 -> new KeepRule.Named(new Glob("s" + random.nextInt(10) + "*"));
            default -> new KeepRule.Periods(1 + random.nextInt(12), new Length(amount, unit));
          });
    }
    Optional<Length> mostAge =
        random.nextInt(4) == 0
            ? Optional.of(new Length(1 + random.nextInt(40), Length.Unit.DAY))
            : Optional.empty();
    return new KeepRules(rules, OptionalInt.empty(), mostAge);
  }

  /** Half of the times around a clock change. */
  private static List<DatedSnapshot> randomSnapshots(Random random, ZoneId zone) {
    List<DatedSnapshot> all = new ArrayList<>();
    int count = random.nextInt(40);
    var change = zone.getRules().previousTransition(NOW);
    for (int i = 0; i < count; i++) {
      boolean near = change != null && random.nextBoolean();
      Instant at =
          near
              ? change.getInstant().plusSeconds(60L * (random.nextInt(600) - 300))
              : NOW.minusSeconds(60L * random.nextInt(random.nextBoolean() ? 5_000 : 500_000));
      all.add(new DatedSnapshot("s" + i, at, random.nextInt(20) == 0));
    }
    return all;
  }

  /** Written from the manual alone: shares nothing with what it judges but the rules. */
  private static final class Oracle {

    private static Set<String> kept(KeepRules policy, ZoneId zone, List<DatedSnapshot> all) {
      Set<String> kept = new HashSet<>();
      for (DatedSnapshot one : all) {
        boolean newest = all.stream().noneMatch(other -> after(other, one));
        boolean young = policy.mostAge().map(age -> younger(one, age, zone)).orElse(true);
        boolean wanted =
            policy.rules().stream().anyMatch(rule -> keeps(rule, one, all, zone, young));
        if (newest || one.held() || wanted) {
          kept.add(one.name());
        }
      }
      return kept;
    }

    private static boolean after(DatedSnapshot a, DatedSnapshot b) {
      int byTime = a.at().compareTo(b.at());
      return byTime != 0 ? byTime > 0 : a.name().compareTo(b.name()) > 0;
    }

    private static boolean younger(DatedSnapshot one, Length age, ZoneId zone) {
      ZonedDateTime now = NOW.atZone(zone);
      var wall = now.toLocalDateTime();
      var start =
          switch (age.unit()) {
            case MINUTE -> wall.minusMinutes(age.amount());
            case HOUR -> wall.minusHours(age.amount());
            case DAY -> wall.minusDays(age.amount());
            case WEEK -> wall.minusWeeks(age.amount());
            case MONTH -> wall.minusMonths(age.amount());
            case YEAR -> wall.minusYears(age.amount());
          };
      return one.at().isAfter(start.atZone(zone).toInstant());
    }

    private static boolean keeps(
        KeepRule rule, DatedSnapshot one, List<DatedSnapshot> all, ZoneId zone, boolean young) {
      if (rule instanceof KeepRule.Named named) {
        return named.pattern().matches(one.name());
      }
      if (!young) {
        return false;
      }
      if (rule instanceof KeepRule.Last last) {
        return all.stream().filter(other -> after(other, one)).count() < last.count();
      }
      if (rule instanceof KeepRule.Within within) {
        return younger(one, within.age(), zone);
      }
      KeepRule.Periods periods = (KeepRule.Periods) rule;
      String own = period(one, periods.period(), zone);
      boolean first =
          all.stream()
              .filter(other -> period(other, periods.period(), zone).equals(own))
              .noneMatch(other -> after(one, other));
      long later =
          all.stream()
              .map(other -> period(other, periods.period(), zone))
              .distinct()
              .filter(other -> other.compareTo(own) > 0)
              .count();
      return first && later < periods.count();
    }

    /** A text that sorts as the periods follow each other. */
    private static String period(DatedSnapshot one, Length length, ZoneId zone) {
      LocalDate day = one.at().atZone(zone).toLocalDate();
      long offset = zone.getRules().getStandardOffset(one.at()).getTotalSeconds();
      long number =
          switch (length.unit()) {
            case MINUTE -> (one.at().getEpochSecond() + offset) / 60;
            case HOUR -> (one.at().getEpochSecond() + offset) / 3600;
            case DAY -> day.toEpochDay();
            case WEEK ->
                Math.floorDiv(
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay(), 7);
            case MONTH -> 12L * day.getYear() + day.getMonthValue() - 1;
            case YEAR -> day.getYear();
          };
      return "%012d".formatted(Math.floorDiv(number, length.amount()));
    }
  }
}
