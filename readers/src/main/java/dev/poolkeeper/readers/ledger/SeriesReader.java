package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.history.SeriesPlace;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the series that a run has listed, with their past up to its night and never later: a rerun
 * of an old date does not see what came after it. Series come one by one from a server-side cursor,
 * so that memory does not grow with their number.
 */
public final class SeriesReader {

  /** Which series are wanted. */
  public enum Choice {
    /** All, with what volumes use besides what is live in them. */
    ALL,
    /** Those that are forecast. */
    FORECAST,
    /** Of those, the ones that are examined anew on this night. */
    DUE
  }

  /**
   * What to read.
   *
   * @param run that has listed the series
   * @param night of that run
   * @param piece 0 up to {@code pieces}, for several readers side by side; each reads all rows of
   *     usage, so take few
   */
  public record Request(long run, LocalDate night, int piece, int pieces, Choice choice) {

    /** All at once. */
    public static Request all(long run, LocalDate night) {
      return new Request(run, night, 0, 1, Choice.ALL);
    }
  }

  /** Days of history that matter, the night included. */
  public static final int DAYS = 400;

  private static final int FETCH_ROWS = 100;

  private final JdbcTemplate jdbc;

  public SeriesReader(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /**
   * Reads the series of a piece, those without any value too, in no particular order. Call inside a
   * transaction, so that rows come in portions.
   */
  public void read(Request request, Consumer<SeriesHistory> found) {
    LocalDate first = request.night().minusDays(DAYS - 1);
    // planners take a share of the list for a handful and would look up each day of each series
    jdbc.execute(
        "set local enable_nestloop = off; set local jit = off; set local work_mem = '64MB'");
    jdbc.query(
        """
        select series.series_no, series.kind, series.subject, series.measure, series.source,
            series.pool, series.dataset, series.volume, series.claim, series.namespace,
            series.storage_class, series.capacity, series.capacity_of,
            piece.days::text as days, piece.amounts::text as amounts, piece.rebuilt_days,
            piece.prometheus_days
        from mart.series_piece(?, ?, ?, ?, ?, ?) as piece
        join staging.series on series.run_id = ? and series.series_no = piece.series_no
        """,
        row -> {
          found.accept(series(row, first));
        },
        request.run(),
        first,
        request.night(),
        request.piece(),
        request.pieces(),
        request.choice().name().toLowerCase(Locale.ROOT),
        request.run());
  }

  private static SeriesHistory series(ResultSet row, LocalDate first) throws SQLException {
    SeriesKey key =
        new SeriesKey(
            Subject.parse(row.getString("subject")), Measure.of(row.getString("measure")));
    return new SeriesHistory(
        row.getInt("series_no"),
        key,
        SeriesKind.of(row.getString("kind")),
        place(row),
        limit(row),
        values(key, first, row.getString("days"), row.getString("amounts")),
        row.getInt("rebuilt_days"),
        row.getInt("prometheus_days"));
  }

  static SeriesPlace place(ResultSet row) throws SQLException {
    return new SeriesPlace(
        row.getString("source"),
        subject(row, "pool"),
        subject(row, "dataset"),
        subject(row, "volume"),
        subject(row, "claim"),
        subject(row, "namespace"),
        subject(row, "storage_class"));
  }

  private static Optional<Subject> subject(ResultSet row, String column) throws SQLException {
    return Columns.text(row, column).map(Subject::parse);
  }

  static Optional<SeriesLimit> limit(ResultSet row) throws SQLException {
    Optional<String> of = Columns.text(row, "capacity_of");
    return of.isEmpty()
        ? Optional.empty()
        : Optional.of(new SeriesLimit(row.getLong("capacity"), SeriesLimit.Origin.of(of.get())));
  }

  /** A grid from the first known day to the night; empty when no day is known. */
  private static DailySeries values(SeriesKey key, LocalDate first, String days, String amounts) {
    NumberArray places = new NumberArray(days);
    NumberArray values = new NumberArray(amounts);
    double[] grid = new double[DAYS];
    Arrays.fill(grid, Double.NaN);
    int earliest = DAYS;
    while (places.next() && values.next()) {
      int place = (int) places.value();
      grid[place] = values.value();
      earliest = Math.min(earliest, place);
    }
    return DailySeries.of(
        key.toString(),
        DayAxis.DATE,
        first.toEpochDay() + earliest,
        Arrays.copyOfRange(grid, earliest, DAYS));
  }
}
