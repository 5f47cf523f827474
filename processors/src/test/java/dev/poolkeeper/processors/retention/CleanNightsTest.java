package dev.poolkeeper.processors.retention;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.retention.check.DatasetRetention;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a task that works has made and removed is never accused: by nights, schedules, lifetimes and
 * zones at random, half of them around a clock change. The snapshots are found by walking over
 * every minute, with nothing of what judges them.
 */
class CleanNightsTest {

  private static final String DATA = "tank/data";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'auto-'uuuu-MM-dd'_'HH-mm");
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Brussels",
          "America/New_York",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "America/St_Johns");

  /** A schedule as cron, and as this test understands it. */
  private record Schedule(int minute, int everyHours, int atHour, int weekday) {

    String cron() {
      String hours = everyHours > 0 ? "*/" + everyHours : Integer.toString(atHour);
      return "%d %s * * %s"
          .formatted(minute, hours, weekday == 0 ? "*" : Integer.toString(weekday));
    }

    boolean runs(LocalDateTime wall) {
      boolean hour = everyHours > 0 ? wall.getHour() % everyHours == 0 : wall.getHour() == atHour;
      return wall.getMinute() == minute
          && hour
          && (weekday == 0 || wall.getDayOfWeek().getValue() == weekday);
    }
  }

  private static Schedule schedule(Random random) {
    int minute = random.nextInt(4) * 15;
    return switch (random.nextInt(3)) {
      case 0 -> new Schedule(minute, 1 + random.nextInt(12), 0, 0);
      case 1 -> new Schedule(minute, 0, random.nextInt(24), 0);
      default -> new Schedule(minute, 0, random.nextInt(24), 1 + random.nextInt(7));
    };
  }

  private static Instant night(Random random, ZoneId zone) {
    var change = zone.getRules().nextTransition(Instant.parse("2026-02-11T02:00:00Z"));
    Instant around =
        change != null && random.nextBoolean()
            ? change.getInstant().plus(Duration.ofHours(random.nextInt(96) - 24))
            : Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(4_000)));
    return around.plusSeconds(60L * random.nextInt(60));
  }

  @Test
  void whatAWorkingTaskHasLeftIsClean() {
    Random random = new Random(77);
    for (int i = 0; i < 250; i++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      Schedule schedule = schedule(random);
      int days = 1 + random.nextInt(schedule.weekday() > 0 ? 70 : 20);
      Instant asOf = night(random, zone);
      DatasetRetention found = check(zone, schedule, days, asOf);

      assertThat(found.missing().evidence())
          .as("%s, %s, %d days, %s", zone, schedule.cron(), days, asOf)
          .isEmpty();
      assertThat(found.count(SnapshotState.KEPT))
          .as("%s, %s, %d days, %s: %s", zone, schedule.cron(), days, asOf, found.samples())
          .isEqualTo(found.snapshots());
    }
  }

  private static DatasetRetention check(ZoneId zone, Schedule schedule, int days, Instant asOf) {
    InventoryBuilder estate =
        InventoryBuilder.anEstate()
            .at(asOf)
            .add(
                new NasSystem(
                    "nas1", "25.04.2", "nas", Optional.of(zone.getId()), Optional.of(asOf)))
            .nas("nas1")
            .pool("tank")
            .dataset(aDataset(DATA).parts(100, 0, 0))
            .add(
                new SnapshotTask(
                    "nas1",
                    1,
                    DATA,
                    false,
                    List.of(),
                    "auto-%Y-%m-%d_%H-%M",
                    schedule.cron(),
                    days + " DAY",
                    true,
                    SnapshotTask.Terms.UNTOLD));
    Set<String> made = new HashSet<>();
    Instant first = asOf.minus(Duration.ofDays(days + 2L)).truncatedTo(ChronoUnit.MINUTES);
    for (Instant at = first; !at.plusSeconds(2).isAfter(asOf); at = at.plusSeconds(60)) {
      LocalDateTime wall = at.atZone(zone).toLocalDateTime();
      boolean due = wall.plusDays(days).atZone(zone).toInstant().isBefore(asOf);
      // a time that comes twice would give the same name again, which fails
      if (schedule.runs(wall) && !due && made.add(NAME.format(wall))) {
        estate.snapshot(aSnapshot(DATA + "@" + NAME.format(wall)).created(at.plusSeconds(2)));
      }
    }
    var inventory = estate.build();
    Night night =
        new Night(
            inventory,
            Reconciler.reconcile(inventory),
            new Completeness(inventory, Map.of()),
            OrphanPolicy.DEFAULT);
    return new RetentionNight(night, RetentionPolicies.NONE, new FactFinder(night)::of)
        .all()
        .get(0)
        .dataset();
  }
}
