package dev.poolkeeper.tests.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How many bytes a volume holds at any moment, past ones included, so that old snapshots agree with
 * today's usage: a straight line with a little unrest from day to day, and at most one step. Flat
 * when growth and unrest are zero.
 */
record Usage(long bytesAtFirstNight, long bytesPerDay, double unrestRatio, Step step) {
  private static final long BLOCK_BYTES = 4096;
  private static final long SMALLEST_BYTES = 64 * BLOCK_BYTES;

  /** A jump that stays. */
  record Step(LocalDate from, long bytes) {
    static final Step NONE = new Step(LocalDate.MAX, 0);
  }

  /** A volume of this size gets a fill level and a pace of its own; about half are flat. */
  static Usage drawnFor(String key, long capacityBytes) {
    double fill = 0.12 + 0.62 * Draw.ratio("fill/" + key);
    long start = (long) (capacityBytes * fill);
    if (Draw.ratio("flat/" + key) < 0.52) {
      return flat(start);
    }
    double dailyRatio = 0.0002 + 0.006 * Math.pow(Draw.ratio("pace/" + key), 2);
    return new Usage(start, (long) (capacityBytes * dailyRatio), 0.0004, Step.NONE);
  }

  static Usage flat(long bytes) {
    return new Usage(bytes, 0, 0, Step.NONE);
  }

  Usage withStep(LocalDate from, long bytes) {
    return new Usage(bytesAtFirstNight, bytesPerDay, unrestRatio, new Step(from, bytes));
  }

  boolean isFlat() {
    return bytesPerDay == 0 && unrestRatio == 0;
  }

  /** Bytes held at this moment, in whole blocks, never less than an empty file system needs. */
  long bytesAt(String key, Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    double days = Duration.between(Nights.capturedAt(Nights.FIRST), moment).toSeconds() / 86_400.0;
    double unrest = unrestRatio * (Draw.ratio("unrest/" + key + day) - 0.5) * bytesAtFirstNight;
    double bytes = bytesAtFirstNight + bytesPerDay * days + unrest;
    double stepped = day.isBefore(step.from()) ? bytes : bytes + step.bytes();
    return wholeBlocks(Math.max(SMALLEST_BYTES, (long) stepped));
  }

  static long wholeBlocks(long bytes) {
    return bytes / BLOCK_BYTES * BLOCK_BYTES;
  }
}
