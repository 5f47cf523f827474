package dev.poolkeeper.tests.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * How many bytes a volume holds at any moment, past ones included, so that old snapshots and
 * earlier nights agree with today's usage: a straight line with a little unrest from day to day,
 * and what turns it. Flat when there is neither growth nor unrest nor a turn.
 *
 * @param quietFrom the first day without unrest
 */
record Usage(
    long bytesAtFirstNight,
    long bytesPerDay,
    double unrestRatio,
    LocalDate quietFrom,
    List<Turn> turns) {
  private static final long BLOCK_BYTES = 4096;
  private static final long SMALLEST_BYTES = 64 * BLOCK_BYTES;
  private static final double SECONDS_PER_DAY = 86_400;

  /** A volume that nobody tells of is not nearly full before so many days. */
  private static final double ROOM_FOR_DAYS = 400;

  Usage {
    turns = List.copyOf(turns);
  }

  /**
   * A volume of this size gets a fill level and a pace of its own; about half are flat, and none
   * fills within a year.
   */
  static Usage drawnFor(String key, long capacityBytes) {
    double fill = 0.12 + 0.62 * Draw.ratio("fill/" + key);
    long start = (long) (capacityBytes * fill);
    if (Draw.ratio("flat/" + key) < 0.52) {
      return flat(start);
    }
    double dailyRatio = 0.0002 + 0.0016 * Math.pow(Draw.ratio("pace/" + key), 2);
    double slowest = Math.min(dailyRatio, (0.94 - fill) / ROOM_FOR_DAYS);
    return line(start, (long) (capacityBytes * slowest), 0.0004);
  }

  static Usage flat(long bytes) {
    return line(bytes, 0, 0);
  }

  /**
   * @param unrestRatio how far a day is off the line, as a share of the first night's bytes
   */
  static Usage line(long bytesAtFirstNight, long bytesPerDay, double unrestRatio) {
    return new Usage(bytesAtFirstNight, bytesPerDay, unrestRatio, LocalDate.MAX, List.of());
  }

  Usage with(Turn turn) {
    List<Turn> more = new ArrayList<>(turns);
    more.add(turn);
    return new Usage(bytesAtFirstNight, bytesPerDay, unrestRatio, quietFrom, more);
  }

  /** Not a byte changes from this day on. */
  Usage standingStillFrom(LocalDate day) {
    return new Usage(bytesAtFirstNight, bytesPerDay, unrestRatio, day, turns)
        .with(Turn.standStill(day, bytesPerDay));
  }

  /** Bytes held at this moment, in whole blocks, never less than an empty file system needs. */
  long bytesAt(String key, Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    double sinceCapture =
        Duration.between(Nights.capturedAt(Nights.FIRST), moment).toSeconds() / SECONDS_PER_DAY;
    double sinceMidnight =
        Duration.between(Nights.FIRST.atStartOfDay(ZoneOffset.UTC).toInstant(), moment).toSeconds()
            / SECONDS_PER_DAY;
    double bytes = bytesAtFirstNight + bytesPerDay * sinceCapture;
    if (day.isBefore(quietFrom)) {
      bytes += unrestRatio * (Draw.ratio("unrest/" + key + day) - 0.5) * bytesAtFirstNight;
    }
    for (Turn turn : turns) {
      bytes += turn.bytes(sinceMidnight);
    }
    return wholeBlocks(Math.max(SMALLEST_BYTES, (long) bytes));
  }

  static long wholeBlocks(long bytes) {
    return bytes / BLOCK_BYTES * BLOCK_BYTES;
  }
}
