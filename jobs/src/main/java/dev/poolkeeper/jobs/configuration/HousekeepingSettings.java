package dev.poolkeeper.jobs.configuration;

import java.util.Map;
import java.util.TreeMap;

/**
 * {@code poolkeeper.housekeeping}: how long the ledger keeps what. Ages are counted from the night
 * that housekeeping looks at, never from the calendar.
 *
 * @param dailyFactsDays for how long facts of every day are kept, then one of each week (430d). At
 *     least the 400 days that forecasts and oddities rest on
 * @param weeklyFactsDays for how long one of each week is kept, then one of each month for good
 *     (1100d)
 * @param forecastsDays for how long what every night forecast is kept, then dropped by the month
 *     (190d). At least 160 days: the backtest looks at forecasts of 90 days ahead that came due in
 *     eight weeks
 * @param resultsDays for how long is kept what nights and weekly runs found, but for findings that
 *     are open and every change of state of the others (800d)
 * @param goneSnapshotsDays for how long ZFS snapshots are remembered that are gone (400d)
 * @param goneSeriesDays after how long what was learned of a series that is not examined any more
 *     is forgotten (60d)
 * @param batchDays for how long the rows of Spring Batch are kept (90d)
 */
public record HousekeepingSettings(
    int dailyFactsDays,
    int weeklyFactsDays,
    int forecastsDays,
    int resultsDays,
    int goneSnapshotsDays,
    int goneSeriesDays,
    int batchDays) {

  public static final HousekeepingSettings DEFAULT =
      new HousekeepingSettings(430, 1100, 190, 800, 400, 60, 90);

  static HousekeepingSettings read(Values values) {
    HousekeepingSettings settings =
        new HousekeepingSettings(
            days(values, "daily-facts", DEFAULT.dailyFactsDays, 400),
            days(values, "weekly-facts", DEFAULT.weeklyFactsDays, 400),
            days(values, "forecasts", DEFAULT.forecastsDays, 160),
            days(values, "results", DEFAULT.resultsDays, 400),
            days(values, "gone-snapshots", DEFAULT.goneSnapshotsDays, 30),
            days(values, "gone-series", DEFAULT.goneSeriesDays, 30),
            days(values, "batch", DEFAULT.batchDays, 7));
    if (settings.weeklyFactsDays < settings.dailyFactsDays) {
      values.problem(
          "housekeeping.weekly-facts",
          settings.weeklyFactsDays + "d",
          "at least housekeeping.daily-facts, which is %dd".formatted(settings.dailyFactsDays));
    }
    return settings;
  }

  /** The ages by key, as {@code 430d}. */
  public Map<String, String> policy() {
    Map<String, String> policy = new TreeMap<>();
    policy.put("housekeeping.daily-facts", dailyFactsDays + "d");
    policy.put("housekeeping.weekly-facts", weeklyFactsDays + "d");
    policy.put("housekeeping.forecasts", forecastsDays + "d");
    policy.put("housekeeping.results", resultsDays + "d");
    policy.put("housekeeping.gone-snapshots", goneSnapshotsDays + "d");
    policy.put("housekeeping.gone-series", goneSeriesDays + "d");
    policy.put("housekeeping.batch", batchDays + "d");
    return policy;
  }

  private static int days(Values values, String key, int fallback, int least) {
    return values.days("housekeeping." + key, fallback, least, 36500);
  }
}
