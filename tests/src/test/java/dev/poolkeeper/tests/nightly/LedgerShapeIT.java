package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.delivery.Telling;
import dev.poolkeeper.jobs.delivery.Told;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.NightlyContext;
import dev.poolkeeper.jobs.nightly.NightlyRunner;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import dev.poolkeeper.writers.report.ReportFormat;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger's database looks like after two nights in two years. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerShapeIT {

  private LedgerStore store;
  private NightlyContext context;
  private JdbcClient sql;

  @BeforeAll
  void run(@TempDir Path folder) {
    store = LedgerStore.embedded(new Poolkeeper(folder).home(), line -> {});
    Configuration configuration = new ConfigurationReader(Map.of()).read(Optional.empty());
    Progress silent = new Progress(new PrintStream(PrintStream.nullOutputStream(), false), false);
    context = NightlyContext.open(store.dataSource(), configuration, silent, Clock.systemUTC());
    sql = JdbcClient.create(store.dataSource());
    for (String night : List.of("2025-12-31", "2026-03-01")) {
      Path estate =
          SmallEstate.ofHealthyVolumes(2)
              .leftover("left")
              .snapshot("steady-1", "snapshot-1")
              .write(folder.resolve(night), night);
      LocalDate done =
          context
              .runner()
              .run(
                  Optional.empty(),
                  Optional.of(estate),
                  new NightlyRunner.Target(
                      folder.resolve("out"),
                      false,
                      new Told(Telling.ONCE, "test"),
                      Set.of(ReportFormat.HTML)));
      assertThat(done).isEqualTo(night);
    }
  }

  @AfterAll
  void close() {
    context.close();
    store.close();
  }

  private List<String> texts(String query) {
    return sql.sql(query).query(String.class).list();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger.version", "ledger.usage", "ledger.snapshot_usage"})
  void everyBulkRowIsOfAnObject(String table) {
    assertThat(texts("select 'rows' from " + table + " limit 1")).containsExactly("rows");
    assertThat(
            texts(
                "select object_id::text from %s where object_id not in (%s)"
                    .formatted(table, "select object_id from ledger.object")))
        .isEmpty();
  }

  @Test
  void jobRepositoryIsTheOneInTheDatabase() {
    JobRepository repository = context.bean(JobRepository.class);

    assertThat(AopUtils.getTargetClass(repository)).isEqualTo(SimpleJobRepository.class);
    assertThat(
            texts(
                """
                select status || ' ' || count(*) from batch.batch_job_execution group by status
                """))
        .containsExactly("COMPLETED 2");
    assertThat(
            texts(
                """
                select table_schema from information_schema.tables
                where table_name ilike 'batch%' group by table_schema
                """))
        .containsExactly("batch");
  }

  @Test
  void monthsGetTheirPartitionsWhenTheyAreNeeded() {
    assertThat(
            texts(
                """
                select child.relname from pg_inherits
                join pg_class as child on child.oid = inhrelid
                where child.relkind = 'r' order by child.relname
                """))
        .containsExactly(
            "finding_night_202512",
            "finding_night_202603",
            "forecast_202512",
            "forecast_202603",
            // rebuilt: the snapshot is older than the first night
            "usage_202511",
            "usage_202512",
            "usage_202603");
    assertThat(texts("select distinct day::text from ledger.usage_202512"))
        .containsExactly("2025-12-31");
  }

  @Test
  void everyTableAndViewSaysItsGrain() {
    assertThat(
            texts(
                """
                select namespace.nspname || '.' || class.relname
                from pg_class as class
                join pg_namespace as namespace on namespace.oid = class.relnamespace
                where namespace.nspname in ('ledger', 'staging', 'mart')
                    and class.relkind in ('r', 'p', 'v') and not class.relispartition
                    and class.relname <> 'flyway_schema_history'
                    and coalesce(obj_description(class.oid, 'pg_class'), '') not like 'One row per %'
                """))
        .isEmpty();
  }

  @Test
  void everySchemaOfOursSaysWhatItIs() {
    assertThat(
            texts(
                """
                select nspname from pg_namespace
                where nspname in ('ledger', 'staging', 'mart', 'batch')
                    and obj_description(oid, 'pg_namespace') is null
                """))
        .isEmpty();
  }

  @Test
  void readerMayReadEveryMart() {
    for (String view :
        texts("select table_name from information_schema.views where table_schema = 'mart'")) {
      assertThat(asReader("select count(*) from mart." + view)).isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from ledger.run",
        "select count(*) from ledger.usage_202603",
        "select count(*) from staging.object",
        "select count(*) from batch.batch_job_execution",
        "delete from mart.run",
        "create table mart.mine (one integer)",
        "create table public.mine (one integer)",
        "select ledger.ensure_month('2026-05-01')"
      })
  void readerMayDoNothingElse(String statement) {
    assertThatThrownBy(() -> asReader(statement))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  /** In one statement string, so that role and question share a connection. */
  private long asReader(String statement) {
    return context
        .bean(TransactionTemplate.class)
        .execute(
            status -> {
              sql.sql("set local role poolkeeper_reader").update();
              try {
                return statement.startsWith("select")
                    ? sql.sql(statement).query((row, n) -> 0L).list().size()
                    : (long) sql.sql(statement).update();
              } finally {
                status.setRollbackOnly();
              }
            });
  }
}
