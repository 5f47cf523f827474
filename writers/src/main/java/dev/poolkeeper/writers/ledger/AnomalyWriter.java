package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.anomaly.watch.AnomalyNight;
import dev.poolkeeper.processors.anomaly.watch.EpisodeDays;
import dev.poolkeeper.processors.anomaly.watch.Peak;
import dev.poolkeeper.processors.anomaly.watch.SeriesPattern;
import dev.poolkeeper.processors.anomaly.watch.SiteThresholds;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesPlace;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what a night found odd. Call inside a transaction. */
public final class AnomalyWriter {

  private static final int BATCH = 1000;

  /** For how many days it is kept what was seen in a series. */
  private static final int PATTERN_DAYS = 35;

  private record Running(SeriesKey key, AnomalyKind kind, EpisodeDays days) {}

  private final JdbcTemplate jdbc;

  public AnomalyWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * In place of what was said on that night before. Days that another night has judged keep what it
   * said of them.
   */
  public void replace(AnomalyNight night) {
    LocalDate runOn = night.night();
    for (String table : List.of("anomaly", "anomaly_episode", "anomaly_night")) {
      jdbc.update("delete from ledger." + table + " where run_on = ?", runOn);
    }
    for (String table : List.of("anomaly_peak", "anomaly_day")) {
      jdbc.update("delete from ledger." + table + " where told_on = ?", runOn);
    }
    jdbc.update("delete from ledger.alarm_threshold where fitted_on = ?", runOn);
    jdbc.update("delete from ledger.series_pattern where found_on = ?", runOn);
    jdbc.update(
        "delete from ledger.series_pattern where found_on < ?", runOn.minusDays(PATTERN_DAYS));
    writeNight(night);
    writeAnomalies(runOn, night.anomalies());
    writeEpisodes(runOn, night.running());
    writePeaks(runOn, night.peaks());
    writeDays(runOn, night.judgedDays());
    writePatterns(runOn, night.patterns());
  }

  private void writeNight(AnomalyNight night) {
    LocalDate first =
        night.judgedDays().keySet().stream().min(LocalDate::compareTo).orElse(night.night());
    jdbc.update(
        """
        insert into ledger.anomaly_night (run_on, judged_from, series, judged, volumes, fitted_on)
        values (?, ?, ?, ?, ?, ?)
        """,
        night.night(),
        night.judgedUpTo().map(day -> day.plusDays(1)).orElse(first),
        night.series(),
        night.judged(),
        night.volumes(),
        night.fittedOn().orElse(null));
  }

  private void writeAnomalies(LocalDate runOn, List<Anomaly> anomalies) {
    jdbc.batchUpdate(
        """
        insert into ledger.anomaly (
            run_on, subject, measure, anomaly, code, kind, source, pool, dataset, volume, claim,
            namespace, storage_class, began_on, last_over_on, alarmed_on, score, threshold,
            value_before, value_day_before, value_now, days, usual_least, usual_most, evidence, also,
            stayed, severity, fleet, expected
        ) values (
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        )
        """,
        anomalies,
        BATCH,
        (statement, anomaly) -> set(statement, runOn, anomaly));
  }

  private static void set(PreparedStatement statement, LocalDate runOn, Anomaly anomaly)
      throws SQLException {
    statement.setObject(1, runOn);
    statement.setString(2, anomaly.series().key().subject().toString());
    statement.setString(3, anomaly.series().key().measure().word());
    statement.setString(4, anomaly.kind().label());
    statement.setString(5, anomaly.code().code());
    statement.setString(6, anomaly.series().kind().word());
    set(statement, anomaly.series().place());
    statement.setObject(14, anomaly.beganOn());
    statement.setObject(15, anomaly.lastOverOn());
    statement.setObject(16, anomaly.alarm().day());
    statement.setDouble(17, anomaly.alarm().score());
    statement.setDouble(18, anomaly.alarm().threshold());
    statement.setDouble(19, anomaly.alarm().before());
    statement.setDouble(20, anomaly.alarm().dayBefore());
    statement.setDouble(21, anomaly.alarm().now());
    statement.setInt(22, anomaly.alarm().days());
    set(statement, 23, anomaly.alarm().usualLeast());
    set(statement, 24, anomaly.alarm().usualMost());
    set(statement, 25, anomaly.alarm().evidence());
    set(statement, 26, anomaly.also());
    statement.setBoolean(27, anomaly.stayed());
    statement.setString(28, anomaly.severity().word());
    statement.setInt(29, anomaly.fleet());
    statement.setString(30, anomaly.expected().orElse(null));
  }

  private static void set(PreparedStatement statement, SeriesPlace place) throws SQLException {
    statement.setString(7, place.source());
    List<Optional<Subject>> subjects =
        List.of(
            place.pool(),
            place.dataset(),
            place.volume(),
            place.claim(),
            place.namespace(),
            place.storageClass());
    for (int i = 0; i < subjects.size(); i++) {
      statement.setString(8 + i, subjects.get(i).map(Subject::toString).orElse(null));
    }
  }

  private static void set(PreparedStatement statement, int at, OptionalDouble amount)
      throws SQLException {
    if (amount.isPresent()) {
      statement.setDouble(at, amount.getAsDouble());
    } else {
      statement.setNull(at, Types.DOUBLE);
    }
  }

  private static void set(PreparedStatement statement, int at, List<String> texts)
      throws SQLException {
    statement.setArray(at, statement.getConnection().createArrayOf("text", texts.toArray()));
  }

  private void writeEpisodes(
      LocalDate runOn, Map<SeriesKey, Map<AnomalyKind, EpisodeDays>> episodes) {
    List<Running> rows = new ArrayList<>();
    episodes.forEach(
        (key, kinds) -> kinds.forEach((kind, days) -> rows.add(new Running(key, kind, days))));
    jdbc.batchUpdate(
        """
        insert into ledger.anomaly_episode (
            run_on, subject, measure, anomaly, began_on, last_over_on, alarmed
        ) values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows,
        BATCH,
        (statement, row) -> {
          statement.setObject(1, runOn);
          set(statement, row.key(), row.kind());
          statement.setObject(5, row.days().beganOn());
          statement.setObject(6, row.days().lastOverOn());
          statement.setDouble(7, row.days().alarmed());
        });
  }

  private static void set(PreparedStatement statement, SeriesKey key, AnomalyKind kind)
      throws SQLException {
    statement.setString(2, key.subject().toString());
    statement.setString(3, key.measure().word());
    statement.setString(4, kind.label());
  }

  private void writePeaks(LocalDate runOn, List<Peak> peaks) {
    jdbc.batchUpdate(
        """
        insert into ledger.anomaly_peak (day, subject, measure, anomaly, score, told_on)
        values (?, ?, ?, ?, ?, ?)
        on conflict (day, subject, measure, anomaly) do nothing
        """,
        peaks,
        BATCH,
        (statement, peak) -> {
          statement.setObject(1, peak.day());
          set(statement, peak.key(), peak.kind());
          statement.setFloat(5, (float) peak.score());
          statement.setObject(6, runOn);
        });
  }

  private void writeDays(LocalDate runOn, Map<LocalDate, Integer> days) {
    jdbc.batchUpdate(
        """
        insert into ledger.anomaly_day (day, volumes, told_on) values (?, ?, ?)
        on conflict (day) do nothing
        """,
        List.copyOf(days.entrySet()),
        BATCH,
        (statement, day) -> {
          statement.setObject(1, day.getKey());
          statement.setInt(2, day.getValue());
          statement.setObject(3, runOn);
        });
  }

  private void writePatterns(LocalDate runOn, List<SeriesPattern> patterns) {
    jdbc.batchUpdate(
        """
        insert into ledger.series_pattern (
            found_on, subject, measure, pattern, day, size, evidence
        ) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (found_on, subject, measure, pattern, day) do nothing
        """,
        patterns,
        BATCH,
        (statement, pattern) -> {
          statement.setObject(1, runOn);
          statement.setString(2, pattern.key().subject().toString());
          statement.setString(3, pattern.key().measure().word());
          statement.setString(4, pattern.label());
          statement.setObject(5, pattern.day());
          statement.setDouble(6, pattern.size());
          statement.setString(7, pattern.evidence());
        });
  }

  /** In place of what was fitted on that night before. */
  public void replace(SiteThresholds fitted) {
    jdbc.update("delete from ledger.alarm_threshold where fitted_on = ?", fitted.fittedOn());
    for (AnomalyKind kind : AnomalyKind.values()) {
      jdbc.update(
          """
          insert into ledger.alarm_threshold (
              fitted_on, anomaly, threshold, nights, volumes, budget
          ) values (?, ?, ?, ?, ?, ?)
          """,
          fitted.fittedOn(),
          kind.label(),
          fitted.thresholds().of(kind),
          fitted.nights(),
          fitted.volumes(),
          fitted.budget());
    }
  }
}
