package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.jobs.configuration.CapacitySettings;
import dev.poolkeeper.jobs.growth.NightlyGrowth;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.NightlyAnomalies;
import dev.poolkeeper.jobs.nightly.SeriesPieces;
import dev.poolkeeper.processors.anomaly.watch.AnomalyNight;
import dev.poolkeeper.processors.anomaly.watch.WatchPolicy;
import dev.poolkeeper.readers.ledger.AnomalyReader;
import dev.poolkeeper.readers.ledger.SeriesReader;
import dev.poolkeeper.readers.ledger.ThresholdReader;
import dev.poolkeeper.writers.ledger.AnomalyWriter;
import dev.poolkeeper.writers.ledger.GrowthNightWriter.Done;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the growth and anomalies steps cost on a made-up ledger: {@code GrowthBenchmark FOLDER
 * VOLUMES DAYS}. The folder becomes the home of an embedded ledger, and is used again when it is
 * one; every series is a volume on a dataset with a quota, measured on every day. Tells seconds,
 * processor time of both processes and the largest heap of both steps, on the first night and on
 * two further ones.
 */
public final class GrowthBenchmark {

  private static final LocalDate FIRST = LocalDate.of(2026, 2, 11);
  private static final int NIGHTS = 3;
  private static final long CLOCK_TICKS = 100;

  private final Path home;
  private final JdbcClient sql;
  private final LedgerStore ledger;
  private final PrintStream out;

  private GrowthBenchmark(Path home, LedgerStore ledger, PrintStream out) {
    this.home = home;
    this.ledger = ledger;
    this.sql = JdbcClient.create(ledger.dataSource());
    this.out = out;
  }

  public static void main(String[] arguments) {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (LedgerStore ledger = LedgerStore.embedded(home, line -> {})) {
      GrowthBenchmark benchmark = new GrowthBenchmark(home, ledger, out);
      if (benchmark.empty()) {
        benchmark.fill(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      }
      benchmark.forget();
      for (int night = 0; night < NIGHTS; night++) {
        benchmark.measure(FIRST.plusDays(night));
      }
    }
  }

  private boolean empty() {
    return sql.sql("select not exists (select from ledger.object)").query(Boolean.class).single();
  }

  /** What earlier measurements learned and found. */
  private void forget() {
    update(
        """
        truncate ledger.growth_state, ledger.anomaly, ledger.anomaly_night, ledger.anomaly_episode,
            ledger.anomaly_peak, ledger.anomaly_day, ledger.alarm_threshold, ledger.series_pattern
        """);
  }

  private void fill(int series, int days) {
    LocalDate from = FIRST.minusDays(days - 1L);
    LocalDate to = FIRST.plusDays(NIGHTS);
    for (LocalDate month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      call("select ledger.ensure_usage_month('%s')".formatted(month));
    }
    call("select ledger.ensure_usage_month('%s')".formatted(to));
    update(
        """
        insert into ledger.object (kind, subject, source)
        select 'datasets', 'nas1/datasets/tank/d' || n, 'nas1' from generate_series(1, %d) as n
        """
            .formatted(series));
    update(
        """
        insert into ledger.object (kind, subject, source)
        select kind, 'prod-a/persistentvolumes/pvc-' || n, 'prod-a'
        from unnest(array['persistentvolumes', 'matches']) as kind
        cross join generate_series(1, %d) as n
        """
            .formatted(series));
    update(
        """
        insert into ledger.version (object_id, valid_from, attributes)
        select
            object_id,
            '%s',
            case kind
                when 'datasets' then '{"type": "FILESYSTEM"}'::jsonb
                when 'matches' then jsonb_build_object(
                    'outcome', 'confirmed',
                    'to', array['nas1/datasets/tank/d' || split_part(subject, 'pvc-', 2)])
                else jsonb_build_object(
                    'storageClass', 'nfs',
                    'claim', jsonb_build_object(
                        'namespace', 'team-' || object_id %% 40,
                        'name', split_part(subject, '/', 3)))
            end
        from ledger.object
        """
            .formatted(from));
    // a slope, a saw-tooth for every third, steps for every fifth, some noise, and of every
    // twentieth a jump within the last hundred days that is worth telling
    update(
        """
        insert into ledger.usage (day, object_id, used_bytes, available_bytes, referenced_bytes,
            snapshot_bytes, capacity_bytes)
        select '%1$s'::date + d, n, used, 4000000000000 - used, used, 0, 4000000000000
        from generate_series(0, %2$d) as d
        cross join generate_series(1, %3$d) as n
        cross join lateral (
            select 100000000000 + (n %% 97) * 20000000::bigint * d
                + case when n %% 3 = 0 then (d %% 14) * 300000000::bigint else 0 end
                + case when n %% 5 = 0 then (d / 60) * 9000000000::bigint else 0 end
                + case when n %% 20 = 0 and d >= %2$d - n / 20 %% 100 then 80000000000 else 0 end
                + abs(hashint4(n * 1000 + d) %% 100000000) as used
        ) as measured
        """
            .formatted(from, days - 1 + NIGHTS, series));
    call("vacuum analyze ledger.usage");
    call("analyze ledger.object");
    call("analyze ledger.version");
  }

  private void measure(LocalDate night) {
    long run = begin(night);
    measure(
        night + " growth",
        () -> {
          Done done =
              new NightlyGrowth(ledger.dataSource(), transactions(), CapacitySettings.DEFAULT)
                  .forecast(run, night, Set.of());
          return "%d series, %d examined, %d forecast"
              .formatted(done.series(), done.examined(), done.forecasts());
        });
    measure(
        night + " anomalies",
        () -> {
          AnomalyNight judged =
              new TransactionTemplate(transactions())
                  .execute(status -> anomalies().judge(run, night));
          return "%d judged, %d told, %d peaks"
              .formatted(judged.judged(), judged.anomalies().size(), judged.peaks().size());
        });
  }

  private JdbcTransactionManager transactions() {
    return new JdbcTransactionManager(ledger.dataSource());
  }

  private NightlyAnomalies anomalies() {
    return new NightlyAnomalies(
        new SeriesPieces(new SeriesReader(ledger.dataSource()), transactions()),
        new NightlyAnomalies.Ledger(
            new AnomalyReader(sql),
            new ThresholdReader(sql),
            new AnomalyWriter(new JdbcTemplate(ledger.dataSource())),
            sql),
        WatchPolicy.DEFAULT);
  }

  private void measure(String what, Supplier<String> step) {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    double own = ownSeconds();
    double server = serverSeconds();
    String came = step.get();
    out.printf(
        Locale.ROOT,
        "%s: %s: %.1f s, Java %.1f s and database %.1f s of processor time, heap %d MiB%n",
        what,
        came,
        (System.nanoTime() - start) / 1e9,
        ownSeconds() - own,
        serverSeconds() - server,
        heapPeak() >> 20);
  }

  private long begin(LocalDate night) {
    long run =
        sql.sql(
                """
                insert into ledger.run (job, run_on, attempt, origin, status, version, policy,
                    started_at, captured_at, absorbed)
                select 'nightly', :night, count(*) + 1, 'benchmark', 'complete', '', '{}', now(),
                    now(), true
                from ledger.run where run_on = :night
                returning run_id
                """)
            .param("night", night)
            .query(Long.class)
            .single();
    update(
        """
        insert into ledger.source (run_id, name, side, addresses)
        values (%1$d, 'nas1', 'nas', '{}'), (%1$d, 'prod-a', 'cluster', '{}')
        """
            .formatted(run));
    return run;
  }

  private void update(String statement) {
    sql.sql(statement).update();
  }

  private void call(String statement) {
    if (statement.startsWith("select")) {
      sql.sql(statement).query((row, n) -> 0).list();
    } else {
      sql.sql(statement).update();
    }
  }

  /** The largest use of the heap between two collections. */
  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static double ownSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** Of the server and its backends, those that have ended too (Linux). */
  private double serverSeconds() {
    try {
      long server =
          Long.parseLong(Files.readAllLines(home.resolve("ledger/postmaster.pid")).get(0));
      double ended = ticks(server, 13) + ticks(server, 14) + ticks(server, 15) + ticks(server, 16);
      double alive =
          ProcessHandle.of(server)
              .orElseThrow()
              .children()
              .mapToDouble(backend -> ticks(backend.pid(), 13) + ticks(backend.pid(), 14))
              .sum();
      return (ended + alive) / CLOCK_TICKS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A field of /proc/PID/stat, counted from 0; 0 when the process has ended meanwhile. */
  private static double ticks(long process, int field) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Double.parseDouble(fields[field - 2]);
    } catch (IOException e) {
      return 0;
    }
  }
}
