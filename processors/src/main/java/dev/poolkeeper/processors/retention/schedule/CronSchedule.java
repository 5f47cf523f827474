package dev.poolkeeper.processors.retention.schedule;

import dev.poolkeeper.processors.retention.Outcome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When a task runs, by the clock on the wall of the NAS.
 *
 * <p>Five cron fields, and a window of the day in which runs are allowed, both ends included; a
 * window that ends before it begins runs over midnight. Where day of month and day of week are both
 * restricted, either is enough. Source: crontab(5), and the schedule fields of
 * pool.snapshottask.query.
 */
public final class CronSchedule {

  /** Of these many days every date comes at least once: 29 February may be eight years away. */
  private static final int EVERY_DATE = 9 * 366;

  private static final int MINUTES_OF_DAY = 24 * 60;

  private final String text;
  private final int[] minutesOfDay;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean anyDayOfMonth;
  private final boolean anyDayOfWeek;

  private CronSchedule(String text, BitSet[] fields, int[] minutesOfDay, String[] words) {
    this.text = text;
    this.minutesOfDay = minutesOfDay;
    this.daysOfMonth = fields[2];
    this.months = fields[3];
    this.daysOfWeek = fields[4];
    this.anyDayOfMonth = words[2].startsWith("*");
    this.anyDayOfWeek = words[4].startsWith("*");
  }

  /** Without a window of the day. */
  public static Outcome<CronSchedule> parse(String cron) {
    return parse(cron, LocalTime.MIN, LocalTime.MAX);
  }

  /**
   * @param cron minute, hour, day of month, month, day of week
   * @param begin first minute of the day on which runs are allowed
   * @param end last one
   */
  public static Outcome<CronSchedule> parse(String cron, LocalTime begin, LocalTime end) {
    String[] words = cron.strip().split("\\s+", -1);
    if (words.length != CronField.values().length) {
      return new Outcome.Unknown<>(
          cron.isBlank()
              ? "no schedule is told"
              : "the schedule '%s' has not five fields".formatted(cron));
    }
    BitSet[] fields = new BitSet[words.length];
    List<CronField> all = List.of(CronField.values());
    for (int at = 0; at < words.length; at++) {
      CronField field = all.get(at);
      Optional<BitSet> numbers = field.parse(words[at]);
      if (numbers.isEmpty()) {
        return new Outcome.Unknown<>(
            "the schedule '%s' has '%s' as its %s".formatted(cron, words[at], field.word()));
      }
      fields[at] = numbers.get();
    }
    int[] minutes =
        IntStream.range(0, MINUTES_OF_DAY)
            .filter(minute -> fields[0].get(minute % 60) && fields[1].get(minute / 60))
            .filter(minute -> allowed(minute, minute(begin), minute(end)))
            .toArray();
    return new Outcome.Known<>(new CronSchedule(cron.strip(), fields, minutes, words));
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static boolean allowed(int minute, int begin, int end) {
    return begin <= end ? minute >= begin && minute <= end : minute >= begin || minute <= end;
  }

  /** Whether it runs in that minute. */
  public boolean matches(LocalDateTime wall) {
    int minute = minute(wall.toLocalTime());
    return runsOn(wall.toLocalDate()) && Arrays.binarySearch(minutesOfDay, minute) >= 0;
  }

  private boolean runsOn(LocalDate day) {
    if (!months.get(day.getMonthValue())) {
      return false;
    }
    boolean byMonth = daysOfMonth.get(day.getDayOfMonth());
    boolean byWeek = daysOfWeek.get(day.getDayOfWeek().getValue() % 7);
    return (anyDayOfMonth || anyDayOfWeek) ? (byMonth && byWeek) : (byMonth || byWeek);
  }

  /** Its first run after a time; empty when it never runs. */
  public Optional<LocalDateTime> next(LocalDateTime after) {
    if (minutesOfDay.length == 0) {
      return Optional.empty();
    }
    LocalDate day = after.toLocalDate();
    for (int ahead = 0; ahead <= EVERY_DATE; ahead++, day = day.plusDays(1)) {
      if (runsOn(day)) {
        int past = ahead == 0 ? minute(after.toLocalTime()) : -1;
        for (int minute : minutesOfDay) {
          if (minute > past) {
            return Optional.of(day.atTime(minute / 60, minute % 60));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Its last run at or before a time; empty when it never runs. */
  public Optional<LocalDateTime> last(LocalDateTime until) {
    if (minutesOfDay.length == 0) {
      return Optional.empty();
    }
    LocalDate day = until.toLocalDate();
    for (int back = 0; back <= EVERY_DATE; back++, day = day.minusDays(1)) {
      if (runsOn(day)) {
        int latest = back == 0 ? minute(until.toLocalTime()) : MINUTES_OF_DAY;
        for (int at = minutesOfDay.length - 1; at >= 0; at--) {
          if (minutesOfDay[at] <= latest) {
            return Optional.of(day.atTime(minutesOfDay[at] / 60, minutesOfDay[at] % 60));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether no day and minute fits, as on 31 February, or with no minute inside the window. */
  public boolean neverRuns() {
    return next(LocalDate.of(2000, 1, 1).atStartOfDay().minusMinutes(1)).isEmpty();
  }

  /** The five fields as they were given. */
  @Override
  public String toString() {
    return text;
  }
}
