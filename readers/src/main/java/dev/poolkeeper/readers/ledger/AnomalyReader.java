package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.watch.Alarm;
import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.anomaly.watch.EpisodeDays;
import dev.poolkeeper.processors.anomaly.watch.Expectation;
import dev.poolkeeper.processors.anomaly.watch.SeriesMemory;
import dev.poolkeeper.processors.anomaly.watch.SeriesPattern;
import dev.poolkeeper.processors.anomaly.watch.WatchedSeries;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nights have told of series that behave oddly. */
public final class AnomalyReader {

  private final JdbcClient jdbc;

  public AnomalyReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last night before this one that judged series. */
  public Optional<LocalDate> judgedBefore(LocalDate night) {
    return jdbc.sql(
            """
            select run_on from ledger.anomaly_night where run_on < :night
            order by run_on desc limit 1
            """)
        .param("night", night)
        .query(LocalDate.class)
        .optional();
  }

  /** What is told of a night, by series and class. */
  public List<Anomaly> ofNight(LocalDate night) {
    return jdbc.sql(
            """
            select anomaly.*
            from ledger.anomaly
            where run_on = :night
            order by subject, measure, anomaly
            """)
        .param("night", night)
        .query((row, n) -> anomaly(row))
        .list();
  }

  /**
   * What is remembered of series on a night; of nearly all of them nothing, and they are not there.
   *
   * @param judgedUpTo the last night before that judged; empty: none has
   */
  public Map<SeriesKey, SeriesMemory> memory(LocalDate night, Optional<LocalDate> judgedUpTo) {
    Map<SeriesKey, Map<AnomalyKind, EpisodeDays>> running = new HashMap<>();
    Map<SeriesKey, List<Anomaly>> open = new HashMap<>();
    judgedUpTo.ifPresent(
        before -> {
          running.putAll(episodes(before));
          ofNight(before)
              .forEach(a -> open.computeIfAbsent(a.series().key(), k -> new ArrayList<>()).add(a));
        });
    Map<SeriesKey, List<Expectation>> expected = new HashMap<>();
    expectedUpTo(night)
        .forEach(one -> expected.computeIfAbsent(one.key(), k -> new ArrayList<>()).add(one));
    Set<SeriesKey> keys = new HashSet<>(running.keySet());
    keys.addAll(open.keySet());
    keys.addAll(expected.keySet());
    Map<SeriesKey, SeriesMemory> memory = new HashMap<>();
    for (SeriesKey key : keys) {
      memory.put(
          key,
          new SeriesMemory(
              running.getOrDefault(key, Map.of()),
              open.getOrDefault(key, List.of()),
              expected.getOrDefault(key, List.of())));
    }
    return memory;
  }

  private Map<SeriesKey, Map<AnomalyKind, EpisodeDays>> episodes(LocalDate night) {
    Map<SeriesKey, Map<AnomalyKind, EpisodeDays>> running = new HashMap<>();
    jdbc.sql(
            """
            select subject, measure, anomaly, began_on, last_over_on, alarmed
            from ledger.anomaly_episode where run_on = :night
            """)
        .param("night", night)
        .query(
            row -> {
              running
                  .computeIfAbsent(key(row), k -> new EnumMap<>(AnomalyKind.class))
                  .put(
                      kind(row),
                      new EpisodeDays(
                          day(row, "began_on"),
                          day(row, "last_over_on"),
                          row.getDouble("alarmed")));
            });
    return running;
  }

  /** What persons called expected and did not withdraw, of alarms up to a night. */
  public List<Expectation> expectedUpTo(LocalDate night) {
    return jdbc.sql(
            """
            select subject, measure, anomaly, alarmed_on, score, reason, said_by
            from ledger.anomaly_expected
            where alarmed_on <= :night and withdrawn_at is null
            order by expected_id
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new Expectation(
                    key(row),
                    kind(row),
                    day(row, "alarmed_on"),
                    row.getDouble("score"),
                    row.getString("reason"),
                    row.getString("said_by")))
        .list();
  }

  /** How many series had a judgement on a night; 0 when none was judged at all. */
  public int judged(LocalDate night) {
    return jdbc.sql("select judged from mart.anomaly_night where run_on = :night")
        .param("night", night)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** What a series does or did, as last looked at within the week before a night. */
  public List<SeriesPattern> patterns(SeriesKey key, LocalDate night) {
    return jdbc.sql(
            """
            select subject, measure, pattern, day, size, evidence
            from mart.series_pattern
            where subject = :subject and measure = :measure
                and found_on = (
                    select max(found_on) from mart.series_pattern
                    where subject = :subject and measure = :measure
                        and found_on between :oldest and :night
                )
            order by pattern, day
            """)
        .param("subject", key.subject().toString())
        .param("measure", key.measure().word())
        .param("oldest", night.minusDays(7))
        .param("night", night)
        .query(
            (row, n) ->
                new SeriesPattern(
                    key(row),
                    row.getString("pattern"),
                    day(row, "day"),
                    row.getDouble("size"),
                    row.getString("evidence")))
        .list();
  }

  private static Anomaly anomaly(ResultSet row) throws SQLException {
    return new Anomaly(
        new WatchedSeries(key(row), SeriesKind.of(row.getString("kind")), SeriesReader.place(row)),
        kind(row),
        day(row, "began_on"),
        day(row, "last_over_on"),
        new Alarm(
            day(row, "alarmed_on"),
            row.getDouble("score"),
            row.getDouble("threshold"),
            row.getDouble("value_before"),
            row.getDouble("value_day_before"),
            row.getDouble("value_now"),
            row.getInt("days"),
            amount(row, "usual_least"),
            amount(row, "usual_most"),
            Columns.texts(row, "evidence")),
        row.getBoolean("stayed"),
        Severity.named(row.getString("severity")).orElseThrow(),
        row.getInt("fleet"),
        Columns.texts(row, "also"),
        Columns.text(row, "expected"));
  }

  static SeriesKey key(ResultSet row) throws SQLException {
    return new SeriesKey(
        Subject.parse(row.getString("subject")), Measure.of(row.getString("measure")));
  }

  static AnomalyKind kind(ResultSet row) throws SQLException {
    return AnomalyKind.labelled(row.getString("anomaly")).orElseThrow();
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static OptionalDouble amount(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
