package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.report.NightlyPage.Setting;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import java.util.List;

/**
 * What {@code weekly-capacity.ftlh} shows, ready to print: every text is formatted and harmless,
 * absence is an empty text or list. Public because the template engine only sees public types.
 */
public record WeeklyPage(
    String title,
    boolean demo,
    String version,
    Verdict verdict,
    Night night,
    List<Count> figures,
    List<String> headlines,
    List<Pool> pools,
    Resting resting,
    List<Growth> growth,
    List<PoolScenarios> scenarios,
    Backtest backtest,
    List<Setting> policy) {

  public record Verdict(Tag tag, String sentence) {}

  public record Night(String date, String day, String capturedAt, String captured) {}

  /**
   * A pool.
   *
   * @param chances of being full within 7, 30 and 90 days
   * @param chart an svg element, harmless; empty when there is none
   */
  public record Pool(
      String subject,
      Tag rating,
      String full,
      String growth,
      List<Chance> chances,
      List<Level> levels,
      String orderBy,
      String reason,
      String chart) {}

  public record Chance(String within, String probability) {}

  /**
   * When a level is reached.
   *
   * @param dates both ends of the 80 % band
   * @param likely empty when not within the horizon, or reached already
   */
  public record Level(String name, String dates, String likely) {}

  /**
   * What rests on pools.
   *
   * @param more what is not listed; empty when all is
   */
  public record Resting(List<RestingRow> rows, String more) {}

  public record RestingRow(
      String kind,
      String subject,
      Tag rating,
      String used,
      String growth,
      String full,
      String orderBy,
      String reason) {}

  /**
   * Who made a pool change.
   *
   * @param unknown why nothing can be said; else empty, and all tables have rows
   */
  public record Growth(
      String pool,
      String window,
      String change,
      String unknown,
      List<Share> namespaces,
      List<Share> datasets,
      List<Snapshots> snapshots,
      String snapshotsMore,
      List<String> remainderReasons) {}

  /**
   * A row of a table that sums to the change of the pool.
   *
   * @param remark muted, below the name; may be empty
   * @param total whether it is the sum itself
   */
  public record Share(
      String name,
      String remark,
      String data,
      String snapshots,
      String reserved,
      String unsplit,
      String bytes,
      boolean total) {}

  public record Snapshots(String tasks, String datasets, String bytes) {}

  public record PoolScenarios(String pool, List<ScenarioRow> rows) {}

  /**
   * @param full both ends of the 80 % band, or why it is not known
   */
  public record ScenarioRow(
      String name, String assumption, String full, String likely, String orderBy) {}

  /**
   * How right past forecasts were.
   *
   * @param missing why nothing can be said of forecasts of 30 days; may be empty
   */
  public record Backtest(List<BacktestRow> rows, String missing) {}

  public record BacktestRow(
      String ahead, String kind, String forecasts, String error, String held80, String held95) {}
}
