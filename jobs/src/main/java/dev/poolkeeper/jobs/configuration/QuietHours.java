package dev.poolkeeper.jobs.configuration;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;

/** From one time of the day until before another; past midnight where that is earlier. */
public record QuietHours(LocalTime from, LocalTime until) {

  static Optional<QuietHours> parse(String text) {
    String[] ends = text.strip().split("-", 2);
    try {
      return ends.length == 2
          ? Optional.of(
              new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())))
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  public boolean has(LocalTime time) {
    boolean afterStart = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(until);
    return from.isBefore(until) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }

  /** {@code 08:00-18:00}. */
  @Override
  public String toString() {
    return from + "-" + until;
  }
}
