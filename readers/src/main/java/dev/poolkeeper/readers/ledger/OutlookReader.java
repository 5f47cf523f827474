package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.growth.Basis.Share;
import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.Fullness.Outlook;
import dev.poolkeeper.processors.growth.KnownPast;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.SeriesOutlook.Outcome;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.growth.Trend;
import dev.poolkeeper.processors.growth.candidate.Candidate;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was forecast on a night, from {@code mart.forecast}. */
public final class OutlookReader {

  private static final int LINES = 5;

  private final JdbcClient jdbc;

  public OutlookReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All forecasts of a night, by subject and measure. */
  public List<SeriesOutlook> ofNight(LocalDate night) {
    List<SeriesOutlook> outlooks = new ArrayList<>();
    each(night, outlooks::add);
    return outlooks;
  }

  /** The same one by one; in a transaction with a fetch size they come in portions. */
  public void each(LocalDate night, Consumer<SeriesOutlook> found) {
    RowCallbackHandler handler = row -> found.accept(outlook(row));
    jdbc.sql(
            """
            select * from mart.forecast where run_on = :night
            order by subject collate "C", measure collate "C"
            """)
        .param("night", night)
        .query(handler);
  }

  /** The forecasts of some kinds of series on a night, by subject and measure. */
  public List<SeriesOutlook> ofKinds(LocalDate night, Collection<SeriesKind> kinds) {
    return jdbc.sql(
            """
            select * from mart.forecast where run_on = :night and kind in (:kinds)
            order by subject collate "C", measure collate "C"
            """)
        .param("night", night)
        .param("kinds", kinds.stream().map(SeriesKind::word).toList())
        .query((row, n) -> outlook(row))
        .list();
  }

  /** The forecasts of one subject on a night, by measure. */
  public List<SeriesOutlook> of(LocalDate night, Subject subject) {
    return jdbc.sql(
            """
            select * from mart.forecast where run_on = :night and subject = :subject
            order by measure collate "C"
            """)
        .param("night", night)
        .param("subject", subject.toString())
        .query((row, n) -> outlook(row))
        .list();
  }

  private static SeriesOutlook outlook(ResultSet row) throws SQLException {
    Outcome outcome = named(Outcome.values(), Outcome::word, row.getString("outcome"));
    return new SeriesOutlook(
        row.getObject("run_on", LocalDate.class),
        new SeriesKey(
            Subject.parse(row.getString("subject")), Measure.of(row.getString("measure"))),
        SeriesKind.of(row.getString("kind")),
        SeriesReader.place(row),
        past(row),
        SeriesReader.limit(row),
        outcome,
        outcome == Outcome.FORECAST ? Optional.of(forecast(row)) : Optional.empty(),
        row.getString("reason"));
  }

  private static KnownPast past(ResultSet row) throws SQLException {
    return new KnownPast(
        day(row, "last_known_on"),
        number(row, "last_value"),
        row.getInt("history_days"),
        row.getInt("missing_days"),
        Arrays.stream((Date[]) array(row, "repaired_on")).map(Date::toLocalDate).toList(),
        row.getInt("rebuilt_days"),
        row.getInt("prometheus_days"));
  }

  private static StoredForecast forecast(ResultSet row) throws SQLException {
    return new StoredForecast(
        fullness(row),
        Trend.valueOf(row.getString("trend").toUpperCase(Locale.ROOT)),
        row.getDouble("growth_per_day"),
        row.getDouble("expected_error"),
        row.getObject("even_since", LocalDate.class),
        row.getInt("cycle_days"),
        row.getInt("origins"),
        shares(row),
        pastErrors(row),
        band(row));
  }

  private static Fullness fullness(ResultSet row) throws SQLException {
    return new Fullness(
        named(Outlook.values(), Outlook::word, row.getString("outlook")),
        Columns.text(row, "outlook_reason"),
        share(row, "p7"),
        share(row, "p30"),
        share(row, "p90"),
        day(row, "earliest_on"),
        day(row, "likely_on"),
        day(row, "latest_on"),
        day(row, "order_by"));
  }

  private static List<Share> shares(ResultSet row) throws SQLException {
    List<String> methods = Columns.texts(row, "methods");
    Float[] numbers = (Float[]) array(row, "shares");
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      shares.add(new Share(Candidate.valueOf(methods.get(i)), numbers[i]));
    }
    return shares;
  }

  private static List<OptionalDouble> pastErrors(ResultSet row) throws SQLException {
    return Arrays.stream((Float[]) array(row, "past_errors"))
        .map(error -> Float.isNaN(error) ? OptionalDouble.empty() : OptionalDouble.of(error))
        .toList();
  }

  /** Line after line, each with one value per day. */
  private static List<BandDay> band(ResultSet row) throws SQLException {
    Number[] days = (Number[]) array(row, "days_ahead");
    Float[] values = (Float[]) array(row, "bands");
    List<BandDay> band = new ArrayList<>();
    int count = values.length / LINES;
    for (int i = 0; i < count; i++) {
      band.add(
          new BandDay(
              days[i].intValue(),
              values[i],
              values[count + i],
              values[2 * count + i],
              values[3 * count + i],
              values[4 * count + i]));
    }
    return band;
  }

  private static Object array(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array.getArray();
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  /** As it reads in decimals, whichever way the server has sent it. */
  private static OptionalDouble share(ResultSet row, String column) throws SQLException {
    float value = row.getFloat(column);
    return row.wasNull()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(Float.toString(value)));
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static <E> E named(E[] values, Function<E, String> word, String wanted) {
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("'%s' in mart.forecast".formatted(wanted)));
  }
}
