package dev.poolkeeper.tests.growth;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.jobs.configuration.CapacitySettings;
import dev.poolkeeper.jobs.growth.NightlyGrowth;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.readers.ledger.SeriesReader;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.writers.ledger.GrowthNightWriter;
import dev.poolkeeper.writers.ledger.SeriesListWriter;
import java.nio.file.Path;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Cluster prod-a and NAS nas1 in a ledger whose rows are written one by one. */
final class SeriesLedger implements AutoCloseable {

  static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);
  static final String VOLS = "nas1/datasets/tank/k8s/vols/";

  private static final List<String> PARTS =
      List.of(
          "prod-a/persistentvolumes",
          "prod-a/persistentvolumeclaims",
          "prod-a/volume-stats",
          "nas1/pools",
          "nas1/datasets",
          "nas1/snapshots");

  /** Figures of a day; null was not told. */
  record Figures(
      @Nullable Long used,
      @Nullable Long available,
      @Nullable Long referenced,
      @Nullable Long limit) {

    static Figures used(long used, long available) {
      return new Figures(used, available, used, null);
    }

    static Figures live(long referenced, long limit) {
      return new Figures(referenced, Math.max(0, limit - referenced), referenced, limit);
    }
  }

  private final JsonMapper json = new JsonMapper();
  private final LedgerStore store;
  private final JdbcClient sql;

  SeriesLedger(Path folder) {
    store = LedgerStore.embedded(new Poolkeeper(folder).home(), line -> {});
    sql = JdbcClient.create(store.dataSource());
  }

  @Override
  public void close() {
    store.close();
  }

  DataSource dataSource() {
    return store.dataSource();
  }

  JdbcClient sql() {
    return sql;
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(store.dataSource()));
  }

  /** Empties it. */
  void clear() {
    sql.sql(
            """
            truncate ledger.run, ledger.capture, ledger.source, ledger.object, ledger.version,
                ledger.usage, ledger.snapshot_usage, ledger.tally, ledger.growth_state,
                ledger.growth_score, ledger.growth_night, ledger.forecast, ledger.finding,
                ledger.finding_night, ledger.exception_night, ledger.source_score,
                ledger.source_cost, ledger.withheld, staging.series
            restart identity cascade
            """)
        .update();
  }

  /** A run that read everything but the given parts. */
  long night(LocalDate night, String... notRead) {
    sql.sql("select ledger.ensure_month(:night)").param("night", night).query((r, n) -> 0).list();
    long run =
        sql.sql(
                """
                insert into ledger.run (job, run_on, attempt, origin, status, version, policy,
                    started_at, captured_at, absorbed)
                select 'nightly', :night, count(*) + 1, 'model', 'complete', 'test', '{}', now(),
                    :night + time '02:00', true
                from ledger.run where run_on = :night
                returning run_id
                """)
            .param("night", night)
            .query(Long.class)
            .single();
    for (String name : List.of("prod-a", "nas1")) {
      sql.sql("insert into ledger.source (run_id, name, side, addresses) values (?, ?, ?, '{}')")
          .params(run, name, name.startsWith("nas") ? "nas" : "cluster")
          .update();
    }
    for (String part : PARTS) {
      sql.sql(
              """
              insert into ledger.capture (run_id, source, kind, status, row_count, millis, problems)
              values (?, ?, ?, ?, 0, 0, '[]')
              """)
          .params(
              run,
              part.split("/", -1)[0],
              part.split("/", -1)[1],
              List.of(notRead).contains(part) ? "partial" : "complete")
          .update();
    }
    return run;
  }

  /** An object that is there from a day on. */
  void object(String kind, String subject, LocalDate from, Map<String, ?> attributes) {
    sql.sql(
            """
            with added as (
                insert into ledger.object (kind, subject, source)
                values (:kind, :subject, split_part(:subject, '/', 1))
                on conflict (kind, subject) do update set kind = excluded.kind
                returning object_id
            )
            insert into ledger.version (object_id, valid_from, attributes)
            select object_id, :from, :attributes::jsonb from added
            """)
        .param("kind", kind)
        .param("subject", subject)
        .param("from", from)
        .param("attributes", json.writeValueAsString(attributes))
        .update();
  }

  /** It is not there any more from a day on. */
  void gone(String kind, String subject, LocalDate from) {
    sql.sql(
            """
            update ledger.version set valid_to = :from
            where valid_to is null
                and object_id = (select object_id from ledger.object where kind = :kind and subject = :subject)
            """)
        .param("from", from)
        .param("kind", kind)
        .param("subject", subject)
        .update();
  }

  void dataset(String subject, String type, String createdAt, String origin) {
    object(
        "datasets",
        subject,
        LocalDate.parse(createdAt.substring(0, 10)),
        Map.of("type", type, "createdAt", createdAt, "origin", origin));
  }

  /** A volume with claim, of class nfs, on a file system of that name. */
  void volume(String namespace, String name, String createdAt) {
    dataset(VOLS + name, "FILESYSTEM", createdAt, "");
    volumeOn(namespace, name, VOLS + name, "confirmed", createdAt);
  }

  void volumeOn(String namespace, String name, String dataset, String outcome, String createdAt) {
    LocalDate from = LocalDate.parse(createdAt.substring(0, 10));
    String subject = "prod-a/persistentvolumes/" + name;
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put("storageClass", "nfs");
    attributes.put("claim", Map.of("namespace", namespace, "name", name));
    object("persistentvolumes", subject, from, attributes);
    match(subject, outcome, dataset, from);
    object(
        "persistentvolumeclaims",
        "prod-a/persistentvolumeclaims/" + namespace + "/" + name,
        from,
        Map.of("createdAt", createdAt));
  }

  void match(String subject, String outcome, String dataset, LocalDate from) {
    gone("matches", subject, from);
    object("matches", subject, from, Map.of("outcome", outcome, "to", List.of(dataset)));
  }

  void usage(String kind, String subject, LocalDate day, Figures figures, String origin) {
    sql.sql("select ledger.ensure_usage_month(:day)").param("day", day).query((r, n) -> 0).list();
    sql.sql(
            """
            insert into ledger.object (kind, subject, source)
            values (:kind, :subject, split_part(:subject, '/', 1)) on conflict do nothing
            """)
        .param("kind", kind)
        .param("subject", subject)
        .update();
    sql.sql(
            """
            insert into ledger.usage (day, object_id, used_bytes, available_bytes, referenced_bytes,
                capacity_bytes, origin)
            select :day, object_id, :used, :available, :referenced, :limit, :origin
            from ledger.object where kind = :kind and subject = :subject
            """)
        .param("kind", kind)
        .param("subject", subject)
        .param("day", day)
        .param("used", figures.used(), Types.BIGINT)
        .param("available", figures.available(), Types.BIGINT)
        .param("referenced", figures.referenced(), Types.BIGINT)
        .param("limit", figures.limit(), Types.BIGINT)
        .param("origin", origin)
        .update();
  }

  void measured(String dataset, LocalDate day, Figures figures) {
    usage("datasets", dataset, day, figures, "measured");
  }

  /**
   * A file system that a night measured on each of some days.
   *
   * @param referenced by days before the last one; negative for a day without a row
   */
  void measuredDays(
      String dataset, LocalDate last, int days, long limit, LongUnaryOperator referenced) {
    List<LocalDate> known = new ArrayList<>();
    List<Long> values = new ArrayList<>();
    for (int back = days - 1; back >= 0; back--) {
      long value = referenced.applyAsLong(back);
      if (value >= 0) {
        known.add(last.minusDays(back));
        values.add(value);
      }
    }
    known.stream()
        .map(day -> day.withDayOfMonth(1))
        .distinct()
        .forEach(
            day ->
                sql.sql("select ledger.ensure_usage_month(:day)")
                    .param("day", day)
                    .query((r, n) -> 0)
                    .list());
    sql.sql(
            """
            insert into ledger.usage (day, object_id, used_bytes, available_bytes, referenced_bytes,
                capacity_bytes)
            select told.day, object_id, told.value, greatest(0, :limit - told.value), told.value,
                :limit
            from ledger.object
            cross join unnest(:days::date[], :values::bigint[]) as told (day, value)
            where kind = 'datasets' and subject = :subject
            on conflict do nothing
            """)
        .param("subject", dataset)
        .param("limit", limit)
        .param("days", known.stream().map(LocalDate::toString).toArray(String[]::new))
        .param("values", values.toArray(Long[]::new))
        .update();
  }

  /** The growth step of a night. */
  GrowthNightWriter.Done forecast(long run, LocalDate night) {
    return new NightlyGrowth(
            store.dataSource(),
            new JdbcTransactionManager(store.dataSource()),
            CapacitySettings.DEFAULT)
        .forecast(run, night, Set.of());
  }

  /** What must be there of a series. */
  static <T> T of(Map<String, T> byKey, String key) {
    return requireNonNull(byKey.get(key), key);
  }

  /** Lists the series of a run and reads them, by key. */
  Map<String, SeriesHistory> read(long run, LocalDate night, String... held) {
    Map<String, SeriesHistory> found = new TreeMap<>();
    transaction()
        .executeWithoutResult(
            status -> {
              new SeriesListWriter(sql).list(run, Set.of(held), SeriesReader.DAYS - 1);
              new SeriesReader(store.dataSource())
                  .read(
                      SeriesReader.Request.all(run, night),
                      series -> found.put(series.key().toString(), series));
            });
    return found;
  }
}
