package dev.poolkeeper.tests.growth;

import static dev.poolkeeper.tests.growth.SeriesLedger.NIGHT;
import static dev.poolkeeper.tests.growth.SeriesLedger.VOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.Poolkeeper.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Housekeeping with its defaults over a ledger of three and a half years. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HousekeepingIT {

  private static final int DAYS = 1300;
  private static final String DATASET = VOLS + "v0";
  private static final String SNAPSHOTS = "nas1/snapshots/tank/k8s/vols/v0@";

  private final Map<String, double[]> valuesBefore = new TreeMap<>();
  private final Map<String, double[]> valuesAfter = new TreeMap<>();
  private Poolkeeper poolkeeper = new Poolkeeper(Path.of(System.getProperty("java.io.tmpdir")));
  private Said first = new Said(0, "", "");
  private Said second = new Said(0, "", "");
  private List<LocalDate> days = List.of();
  private List<String> snapshots = List.of();
  private List<String> findingNights = List.of();
  private List<String> counts = List.of();
  private List<String> tables = List.of();

  @BeforeAll
  void run(@TempDir Path folder) {
    poolkeeper = new Poolkeeper(folder);
    long run;
    try (SeriesLedger ledger = new SeriesLedger(folder)) {
      run = estate(ledger);
      snapshots(ledger);
      results(ledger.sql());
      OldNights.write(ledger.sql());
      ledger.read(run, NIGHT).forEach((key, series) -> valuesBefore.put(key, values(series)));
    }
    first = poolkeeper.run("run", "housekeeping");
    second = poolkeeper.run("run", "housekeeping", "--date", NIGHT.toString());
    try (SeriesLedger ledger = new SeriesLedger(folder)) {
      ledger.read(run, NIGHT).forEach((key, series) -> valuesAfter.put(key, values(series)));
      look(ledger.sql());
    }
  }

  private static double[] values(SeriesHistory series) {
    return series.values().values();
  }

  private static long estate(SeriesLedger ledger) {
    ledger.dataset("nas1/datasets/tank", "FILESYSTEM", "2022-01-01T00:00:00Z", "");
    ledger.volume("media", "v0", "2022-01-01T00:00:00Z");
    ledger.measuredDays(DATASET, NIGHT, DAYS, 1L << 40, back -> (DAYS - back) * 1_000_000L);
    ledger
        .sql()
        .sql(
            """
            insert into ledger.tally (day, subject, measure, source, value, parts)
            select day, 'prod-a', 'volumes', 'prod-a', 1, 1 from ledger.usage
            """)
        .update();
    long run = ledger.night(NIGHT);
    ledger.forecast(run, NIGHT);
    return run;
  }

  private static void snapshots(SeriesLedger ledger) {
    LocalDate made = NIGHT.minusDays(900);
    for (String name : List.of("old", "reported", "matched", "cloned", "recent", "there")) {
      ledger.object("snapshots", SNAPSHOTS + name, made, Map.of("name", name));
      if (!name.equals("there")) {
        ledger.gone(
            "snapshots", SNAPSHOTS + name, NIGHT.minusDays(name.equals("recent") ? 100 : 500));
      }
    }
    ledger.match("prod-a/volumesnapshotcontents/c1", "confirmed", SNAPSHOTS + "matched", made);
    ledger.gone("matches", "prod-a/volumesnapshotcontents/c1", NIGHT.minusDays(600));
    ledger.dataset(VOLS + "clone", "FILESYSTEM", "2025-01-01T00:00:00Z", "tank/k8s/vols/v0@cloned");
    finding(ledger.sql(), SNAPSHOTS + "reported");
  }

  private static void finding(JdbcClient sql, String subject) {
    sql.sql("insert into ledger.finding (fingerprint, code, subject) values (:s, 'PK204', :s)")
        .param("s", subject)
        .update();
  }

  private static void results(JdbcClient sql) {
    finding(sql, "open");
    finding(sql, "closed");
    for (int back : new int[] {1000, 999, 998, 997, 900}) {
      LocalDate night = NIGHT.minusDays(back);
      sql.sql("select ledger.ensure_month(:night)").param("night", night).query((r, n) -> 0).list();
      for (String subject : List.of("open", "closed")) {
        String last = subject.equals("open") ? "persisting" : "resolved";
        sql.sql(
                """
                insert into ledger.finding_night (finding_id, run_on, status, severity, confirmed,
                    first_seen_at, last_seen_at, nights, evidence)
                select finding_id, :night, :status, 'info', true, now(), now(), 1, '{}'
                from ledger.finding where subject = :subject
                """)
            .param("night", night)
            .param("status", back == 1000 ? "new" : back == 900 ? last : "persisting")
            .param("subject", subject)
            .update();
      }
    }
    for (int back : new int[] {250, 100}) {
      LocalDate night = NIGHT.minusDays(back);
      sql.sql("select ledger.ensure_forecast_month(:night)")
          .param("night", night)
          .query((r, n) -> 0)
          .list();
      sql.sql(
              """
              insert into ledger.forecast
              select (jsonb_populate_record(forecast, jsonb_build_object('run_on', :night))).*
              from ledger.forecast where run_on = :last
              """)
          .param("night", night.toString())
          .param("last", NIGHT)
          .update();
    }
    sql.sql(
            """
            insert into ledger.growth_state
            select (jsonb_populate_record(growth_state,
                jsonb_build_object('subject', 'gone', 'examined_on', date '2025-11-01'))).*
            from ledger.growth_state limit 1
            """)
        .update();
    for (int back : new int[] {900, 10}) {
      sql.sql(
              """
              insert into ledger.backtest (run_on, days_ahead, kind, forecasts, within_80, within_95,
                  with_probability, filled)
              values (:night, 30, 'all', 1, 1, 1, 0, 0)
              """)
          .param("night", NIGHT.minusDays(back))
          .update();
    }
    batch(sql, 1, "COMPLETED", NIGHT.minusDays(91));
    batch(sql, 2, "COMPLETED", NIGHT.minusDays(89));
    batch(sql, 3, "STARTED", NIGHT.minusDays(91));
  }

  private static void batch(JdbcClient sql, long id, String status, LocalDate ended) {
    sql.sql(
            """
            with instance as (
                insert into batch.batch_job_instance values (-:id, 0, 'nightly', :id::text)
            ), execution as (
                insert into batch.batch_job_execution (job_execution_id, job_instance_id, create_time,
                    end_time, status)
                values (-:id, -:id, :ended, :ended, :status)
            ), step as (
                insert into batch.batch_step_execution (step_execution_id, version, step_name,
                    job_execution_id, create_time)
                values (-:id, 0, 'capture', -:id, :ended)
            ), context as (
                insert into batch.batch_step_execution_context values (-:id, '', '')
            ), parameters as (
                insert into batch.batch_job_execution_params values (-:id, 'a', 'b', 'c', 'Y')
            )
            insert into batch.batch_job_execution_context values (-:id, '', '')
            """)
        .param("id", id)
        .param("status", status)
        .param("ended", ended)
        .update();
  }

  private void look(JdbcClient sql) {
    tables =
        sql.sql(
                """
                select table_name from information_schema.tables
                where table_schema = 'ledger' and table_name !~ '_[0-9]{6}$'
                    and table_name <> 'flyway_schema_history'
                """)
            .query(String.class)
            .list();
    days = sql.sql("select day from ledger.usage order by day").query(LocalDate.class).list();
    snapshots =
        sql.sql(
                """
                select split_part(object.subject, '@', 2) from ledger.object
                join ledger.version using (object_id)
                where kind = 'snapshots' order by 1
                """)
            .query(String.class)
            .list();
    findingNights =
        sql.sql(
                """
                select subject || ' ' || (:night::date - run_on) || ' ' || status
                from ledger.finding_night join ledger.finding using (finding_id)
                order by subject, run_on
                """)
            .param("night", NIGHT)
            .query(String.class)
            .list();
    counts =
        sql.sql(
                """
                select 'forecast ' || string_agg(distinct (:night::date - run_on)::text, ' ')
                from ledger.forecast
                union all
                select 'state ' || count(*) from ledger.growth_state where subject = 'gone'
                union all
                select 'backtest ' || string_agg((:night::date - run_on)::text, ' ')
                from ledger.backtest
                union all
                select 'batch ' || string_agg(job_execution_id::text, ' ' order by job_execution_id)
                from batch.batch_job_execution where job_execution_id < 0
                union all
                select 'nights ' || string_agg(name || ' ' || back, ', ' order by name)
                from (
                    select 'dataset_retention' as name, :night::date - run_on as back
                    from ledger.dataset_retention
                    union all select 'task_retention', :night::date - run_on from ledger.task_retention
                    union all select 'promise', :night::date - run_on from ledger.promise
                    union all select 'protection', :night::date - run_on from ledger.protection
                    union all select 'protection_night', :night::date - run_on from ledger.protection_night
                    union all select 'snapshot_holding', :night::date - run_on from ledger.snapshot_holding
                    union all select 'proposal_night', :night::date - run_on from ledger.proposal_night
                    union all select 'proposal_review', :night::date - run_on from ledger.proposal_review
                ) as night
                union all
                select 'history of proposals ' || count(*) from ledger.proposal_event
                union all
                select 'tally ' || count(*) from ledger.tally where subject = 'prod-a'
                    and measure = 'volumes' and day < :night
                """)
            .param("night", NIGHT)
            .query(String.class)
            .list();
  }

  /** The days that stay, by the calendar. */
  private static List<LocalDate> expectedDays() {
    LocalDate weekly = NIGHT.minusDays(430);
    LocalDate monthly = NIGHT.minusDays(1100);
    Map<LocalDate, LocalDate> last = new TreeMap<>();
    for (int back = DAYS - 1; back >= 0; back--) {
      LocalDate day = NIGHT.minusDays(back);
      LocalDate month = day.withDayOfMonth(1);
      LocalDate monthEnd = month.plusMonths(1);
      LocalDate week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      if (!monthEnd.isAfter(monthly)) {
        last.put(month, day);
      } else if (!monthEnd.isAfter(weekly)) {
        last.put(week.isBefore(month) ? month : week, day);
      } else {
        last.put(day, day);
      }
    }
    return List.copyOf(new TreeSet<>(last.values()));
  }

  @Test
  void olderFactsAreKeptByTheWeekAndByTheMonth() {
    assertThat(first.errors()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(days).isEqualTo(expectedDays());
    assertThat(counts).contains("tally " + (expectedDays().size() - 1));
  }

  @Test
  void whatForecastsAndOdditiesRestOnIsAsItWas() {
    assertThat(valuesAfter).hasSameSizeAs(valuesBefore).isNotEmpty();
    assertThat(valuesBefore.get(DATASET + " live")).hasSize(400);
    valuesBefore.forEach((key, values) -> assertThat(valuesAfter.get(key)).isEqualTo(values));
  }

  @Test
  void openFindingsKeepAllTheirNightsAndResolvedOnesTheirChanges() {
    assertThat(findingNights)
        .containsExactly(
            "closed 1000 new",
            "closed 999 persisting",
            "closed 900 resolved",
            "open 1000 new",
            "open 999 persisting",
            "open 998 persisting",
            "open 997 persisting",
            "open 900 persisting");
  }

  @Test
  void aSnapshotIsForgottenWhenNothingLooksBackAtIt() {
    assertThat(snapshots).containsExactly("cloned", "matched", "recent", "reported", "there");
  }

  @Test
  void oldForecastsStatesResultsAndBatchRowsGo() {
    assertThat(counts).contains("forecast 0 100", "state 0", "backtest 10", "batch -3 -2");
  }

  @Test
  void whatStepsFoundOnOldNightsGoesAndTheHistoryOfProposalsStays() {
    assertThat(counts)
        .contains(
            "nights dataset_retention 800, promise 800, proposal_night 800, proposal_review 800,"
                + " protection 800, protection_night 800, snapshot_holding 800, task_retention 800",
            "history of proposals 1");
  }

  /** Whoever adds a table says for how long its rows are kept. */
  @Test
  void everyTableOfTheLedgerIsInTheDocumentation() throws IOException {
    String text = Files.readString(Path.of("../docs/housekeeping.md"));
    assertThat(tables)
        .hasSizeGreaterThan(40)
        .allMatch(
            table -> text.contains("`" + table + "`") || text.contains("ledger." + table + "`"));
  }

  @Test
  void itSaysHowMuchWentAndFindsNothingTheSecondTime() {
    int facts = DAYS - expectedDays().size();
    assertThat(first.output())
        .startsWith("housekeeping as of 2026-02-11: ")
        .contains("%,12d  usage: days within a week or month, before 2024-12-08".formatted(facts))
        .contains("           2  finding_night: of resolved findings")
        .contains("           1  object: ZFS snapshots that are gone, before 2025-01-07")
        .contains("           1  growth_state: of series that are gone")
        .contains("           1  backtest, before 2023-12-04")
        .contains("           1  batch: executions of jobs, before 2025-11-13");
    assertThat(second.exitCode()).isZero();
    assertThat(second.output()).startsWith("housekeeping as of 2026-02-11: 0 rows removed");
  }

  @Test
  void aNightThatTheLedgerDoesNotKnowIsNoNightToCountFrom() {
    Said said = poolkeeper.run("run", "housekeeping", "--date", "2036-02-11");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.errors()).contains("2036-02-11");
  }

  @Test
  void agesThatOtherPartsRestOnCannotBeShort() {
    Said said =
        new Poolkeeper(poolkeeper.home().resolveSibling("."))
            .with("POOLKEEPER_HOUSEKEEPING_FORECASTS", "30d")
            .with("POOLKEEPER_HOUSEKEEPING_DAILY_FACTS", "1200d")
            .run("run", "housekeeping");
    assertThat(said.exitCode()).isEqualTo(4);
    assertThat(said.errors())
        .contains("housekeeping.forecasts", "30d", "160d")
        .contains("housekeeping.weekly-facts", "at least housekeeping.daily-facts");
  }
}
