package dev.poolkeeper.processors.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.retention.naming.NamingSchema;
import dev.poolkeeper.processors.retention.naming.NamingSchema.NamedTime;
import dev.poolkeeper.processors.retention.schedule.CronSchedule;
import dev.poolkeeper.processors.retention.schedule.Runs;
import dev.poolkeeper.processors.retention.schedule.Runs.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesAndRunsTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          BRUSSELS,
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kathmandu"));

  private static NamingSchema schema(String text) {
    return NamingSchema.parse(text).known().orElseThrow();
  }

  private static CronSchedule cron(String text) {
    return CronSchedule.parse(text).known().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auto-%Y-%m-%d_%H-%M",
        "daily%y%m%d%H%M",
        "x%%-%s",
        "%Y.%j.%H%M%S",
        "a_%d%b%Y-%H%M",
        "auto-%Y-%m-%d_%H-%M%z"
      })
  void everyNameThatIsWrittenIsReadAsItsTime(String text) {
    NamingSchema schema = schema(text);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      Instant at =
          Instant.ofEpochSecond(1_000_000_000L + random.nextInt(2_000_000_000))
              .truncatedTo(ChronoUnit.MINUTES);
      String name = schema.format(at.atZone(zone));
      NamedTime time = schema.read(name, zone).known().orElseThrow();

      assertThat(schema.format(time.moment())).isEqualTo(name);
      assertThat(time.wall()).isEqualTo(at.atZone(zone).toLocalDateTime());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "auto-2026-02-30_00-00, does not exist",
    "auto-2026-2-3_00-00, not named",
    "auto-2026-02-03_00-00-extra, not named",
    "auto-2026-03-29_02-30, clock change skipped",
    "vor-änderung, not named"
  })
  void whatTellsNoTimeSaysWhy(String name, String why) {
    assertThat(schema("auto-%Y-%m-%d_%H-%M").read(name, BRUSSELS).reason().orElse(""))
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "auto-%Y-%m, has no day (%d)",
    "auto-%d, has no year (%Y)",
    "auto-%Y-%d, has no month (%m)",
    "auto-%Y-%m-%d-%Q, 'has %Q, which is not understood'",
    "auto-%, 'has %, which is not understood'"
  })
  void aSchemaThatCannotDateIsRefused(String text, String why) {
    assertThat(NamingSchema.parse(text).reason().orElse("")).contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 31 2 *, true",
    "0 0 30 2 1, false", // either day is enough
    "0 0 29 2 *, false",
    "'0 12 * * mon,fri', false",
    "*/15 * * * 7, false"
  })
  void aScheduleThatNeverRunsIsKnown(String text, boolean never) {
    assertThat(cron(text).neverRuns()).isEqualTo(never);
  }

  @Test
  void aScheduleOutsideOfItsOwnWindowNeverRuns() {
    LocalTime eight = LocalTime.of(8, 0);
    LocalTime six = LocalTime.of(18, 0);

    assertThat(CronSchedule.parse("0 3 * * *", eight, six).known().orElseThrow().neverRuns())
        .isTrue();
    assertThat(CronSchedule.parse("0 3 * * *", six, eight).known().orElseThrow().neverRuns())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 0 * *", "60 * * * *", "* * 0 * *", "5-1 * * * *", "*/0 * * * *"})
  void whatIsNoScheduleSaysSo(String text) {
    assertThat(CronSchedule.parse(text).known()).isEmpty();
    assertThat(CronSchedule.parse(text).reason().orElse("")).contains("schedule");
  }

  @ParameterizedTest
  @CsvSource({"0 DAY, not between", "2 FORTNIGHT, not known", "'', no lifetime", "-3 DAY, not bet"})
  void whatIsNoLifetimeSaysSo(String text, String why) {
    assertThat(Length.ofTask(text).reason().orElse("")).contains(why);
  }

  /** Every minute of some days is asked, whether the clock on the wall fits. */
  @Test
  void runsAreThoseOfAClockThatIsWatchedMinuteByMinute() {
    Random random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      CronSchedule schedule = cron(randomCron(random));
      Instant from = around(zone, random);
      Instant to = from.plus(Duration.ofHours(6 + random.nextInt(40)));

      assertThat(Runs.between(schedule, zone, from, to, 100_000).stream().map(Run::at).toList())
          .as("%s in %s from %s to %s", schedule, zone, from, to)
          .isEqualTo(watched(schedule, zone, from, to));
    }
  }

  private static List<Instant> watched(
      CronSchedule schedule, ZoneId zone, Instant from, Instant to) {
    List<Instant> runs = new ArrayList<>();
    List<LocalDateTime> walls = new ArrayList<>();
    Instant first = from.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    for (Instant at = first; !at.isAfter(to); at = at.plusSeconds(60)) {
      LocalDateTime wall = at.atZone(zone).toLocalDateTime();
      if (schedule.matches(wall) && !walls.contains(wall)) {
        walls.add(wall);
        if (!at.isBefore(from)) {
          runs.add(at);
        }
      }
    }
    return runs;
  }

  /** Half of them on a day of a clock change. */
  private static Instant around(ZoneId zone, Random random) {
    Instant any = Instant.ofEpochSecond(1_600_000_000L + 60L * random.nextInt(5_000_000));
    var change = zone.getRules().nextTransition(any);
    return change == null || random.nextBoolean()
        ? any
        : change.getInstant().minus(Duration.ofMinutes(random.nextInt(900)));
  }

  private static String randomCron(Random random) {
    String minute = List.of("0", "30", "*/20", "5,35", "*/7").get(random.nextInt(5));
    String hour = List.of("*", "2", "1-3", "*/6", "23,0").get(random.nextInt(5));
    String day = List.of("*", "*", "1", "*/2", "28-31").get(random.nextInt(5));
    String week = List.of("*", "*", "sun", "1-5").get(random.nextInt(4));
    return String.join(" ", minute, hour, day, "*", week);
  }
}
