package dev.poolkeeper.processors.protection;

import java.time.Duration;

/** Writes lengths of time as people say them: minutes, hours up to two days, then days. */
public final class Ages {

  private static final int HOURS_UP_TO = 48;

  private Ages() {}

  /** {@code 45 min}, {@code 26 h}, {@code 9 d}; rounded down, so that nothing looks older. */
  public static String text(Duration age) {
    if (age.toMinutes() < 60) {
      return age.toMinutes() + " min";
    }
    return age.toHours() <= HOURS_UP_TO ? age.toHours() + " h" : age.toDays() + " d";
  }
}
