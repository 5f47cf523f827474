package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.attribution.SpaceChange;
import dev.poolkeeper.processors.report.PoolGrowthLine;
import dev.poolkeeper.processors.report.PoolGrowthLine.DatasetGrowth;
import dev.poolkeeper.processors.report.PoolGrowthLine.NamespaceGrowth;
import dev.poolkeeper.processors.report.PoolGrowthLine.Others;
import dev.poolkeeper.processors.report.PoolGrowthLine.SnapshotGrowth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads who made pools grow. Of long lists the largest changes are read one by one and the others
 * as one sum.
 */
final class PoolGrowthReader {

  private static final int LISTED = 20;

  /** What is wanted of one pool and window. */
  private record Window(LocalDate night, String pool, int days) {}

  private final JdbcClient jdbc;

  PoolGrowthReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PoolGrowthLine> ofNight(LocalDate night) {
    return jdbc.sql(
            """
            select pool, days, unknown, from_on, to_on, delta_bytes, remainder_bytes,
                remainder_reasons
            from mart.growth_window where run_on = :night order by pool collate "C", days
            """)
        .param("night", night)
        .query((row, n) -> line(night, row))
        .list();
  }

  private PoolGrowthLine line(LocalDate night, ResultSet row) throws SQLException {
    Window window = new Window(night, row.getString("pool"), row.getInt("days"));
    List<NamespaceGrowth> namespaces = namespaces(window);
    List<SnapshotGrowth> snapshots = snapshots(window);
    List<DatasetGrowth> datasets = datasets(window);
    return new PoolGrowthLine(
        window.pool(),
        window.days(),
        Optional.ofNullable(row.getObject("from_on", LocalDate.class)),
        Optional.ofNullable(row.getObject("to_on", LocalDate.class)),
        Columns.bytes(row, "delta_bytes"),
        Columns.text(row, "unknown"),
        namespaces,
        others("mart.namespace_growth", "bytes", window, namespaces, NamespaceGrowth::bytes),
        snapshots,
        others("mart.snapshot_growth", "snapshot_bytes", window, snapshots, SnapshotGrowth::bytes),
        datasets,
        others("mart.growth_part", "bytes", window, datasets, DatasetGrowth::bytes),
        Columns.bytes(row, "remainder_bytes"),
        Columns.texts(row, "remainder_reasons"));
  }

  private List<NamespaceGrowth> namespaces(Window window) {
    return listed(
        """
        select namespace, datasets, data_bytes, snapshot_bytes, reserved_bytes, unsplit_bytes,
            bytes
        from mart.namespace_growth where run_on = :night and pool = :pool and days = :days
        order by abs(bytes) desc, namespace collate "C" limit :listed
        """,
        window,
        (one, n) ->
            new NamespaceGrowth(
                Columns.text(one, "namespace"),
                one.getLong("datasets"),
                change(one),
                one.getLong("bytes")));
  }

  private List<SnapshotGrowth> snapshots(Window window) {
    return listed(
        """
        select tasks, datasets, snapshot_bytes
        from mart.snapshot_growth where run_on = :night and pool = :pool and days = :days
        order by abs(snapshot_bytes) desc, tasks collate "C" limit :listed
        """,
        window,
        (one, n) ->
            new SnapshotGrowth(
                Columns.texts(one, "tasks"),
                one.getLong("datasets"),
                one.getLong("snapshot_bytes")));
  }

  private List<DatasetGrowth> datasets(Window window) {
    return listed(
        """
        select dataset, presence, formerly, namespace, claim, tasks, data_bytes, snapshot_bytes,
            reserved_bytes, unsplit_bytes, bytes
        from mart.growth_part where run_on = :night and pool = :pool and days = :days
        order by abs(bytes) desc, dataset collate "C", presence limit :listed
        """,
        window,
        (one, n) ->
            new DatasetGrowth(
                one.getString("dataset"),
                one.getString("presence"),
                Columns.text(one, "formerly"),
                Columns.text(one, "namespace"),
                Columns.text(one, "claim"),
                Columns.texts(one, "tasks"),
                change(one),
                one.getLong("bytes")));
  }

  private static SpaceChange change(ResultSet row) throws SQLException {
    return new SpaceChange(
        row.getLong("data_bytes"),
        row.getLong("snapshot_bytes"),
        row.getLong("reserved_bytes"),
        row.getLong("unsplit_bytes"));
  }

  private <T> List<T> listed(String query, Window window, RowMapper<T> mapper) {
    return jdbc.sql(query)
        .param("night", window.night())
        .param("pool", window.pool())
        .param("days", window.days())
        .param("listed", LISTED)
        .query(mapper)
        .list();
  }

  /** All less those that are listed. */
  private <T> Others others(
      String mart, String column, Window window, List<T> listed, ToLongFunction<T> bytes) {
    return jdbc.sql(
            """
            select count(*) as rows, coalesce(sum(%s), 0)::bigint as bytes
            from %s where run_on = :night and pool = :pool and days = :days
            """
                .formatted(column, mart))
        .param("night", window.night())
        .param("pool", window.pool())
        .param("days", window.days())
        .query(
            (row, n) ->
                new Others(
                    row.getLong("rows") - listed.size(),
                    row.getLong("bytes") - listed.stream().mapToLong(bytes).sum()))
        .single();
  }
}
