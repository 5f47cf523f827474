package dev.poolkeeper.tests.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.InstalledPostgres;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers that earlier versions made: brought up to date, with all that they knew, and used on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeIT {

  private static final Path DUMPS = Path.of("src/test/resources/upgrade");
  private static final List<String> NIGHTS = List.of("2026-02-09", "2026-02-10");

  private InstalledPostgres server;
  private Path folder = Path.of("");
  private int databases;

  @BeforeAll
  void start(@TempDir Path given) throws Exception {
    folder = given;
    server = InstalledPostgres.start(Files.createDirectory(folder.resolve("server")));
    server.admin("postgres").sql("create role poolkeeper_reader nologin").update();
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  static List<String> versions() throws IOException {
    try (Stream<Path> files = Files.list(DUMPS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }

  private String newOwner() {
    databases++;
    return "ledger_" + databases;
  }

  private Poolkeeper poolkeeper(String owner) throws IOException {
    String url = server.databaseOf(owner);
    return new Poolkeeper(Files.createDirectory(folder.resolve(owner)))
        .with("POOLKEEPER_DB_URL", url)
        .with("POOLKEEPER_DB_USER", owner)
        .with("POOLKEEPER_DB_PASSWORD", "secret of " + owner);
  }

  private Path estate(String night) {
    return SmallEstate.ofHealthyVolumes(3)
        .leftover("left")
        .lost("gone")
        .snapshot("steady-1", "snapshot-1")
        .write(folder.resolve("estate-" + databases + night), night);
  }

  private static List<String> texts(JdbcClient sql, String query) {
    return sql.sql(query).query(String.class).list();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void ledgerOfAnEarlierVersionIsBroughtUpToDate(String version) throws Exception {
    String owner = newOwner();
    Poolkeeper poolkeeper = poolkeeper(owner);
    Path dump =
        Files.copy(DUMPS.resolve(version), folder.resolve("server").resolve(owner + ".sql"));
    server.client(
        "psql",
        owner,
        owner,
        "--quiet",
        "--set=ON_ERROR_STOP=1",
        "--single-transaction",
        "--file=" + dump);
    JdbcClient sql = server.admin(owner);
    List<String> runs =
        texts(sql, "select run_on || ' ' || status from ledger.run order by run_id");

    assertThat(poolkeeper.run("runs").exitCode()).isEqualTo(ExitCode.DONE);

    assertThat(poolkeeper.run("check").output()).containsPattern("migrations +all [0-9]+ applied");
    assertThat(texts(sql, "select run_on || ' ' || status from mart.run order by run_id"))
        .isEqualTo(runs);
    assertThat(texts(sql, "select run_on::text from mart.night order by run_on")).isEqualTo(NIGHTS);
    for (String view :
        texts(sql, "select table_name from information_schema.views where table_schema = 'mart'")) {
      assertThat(texts(sql, "select count(*)::text from mart." + view)).as(view).hasSize(1);
    }
    Poolkeeper.Said said = poolkeeper.night(estate("2026-02-11"));
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(poolkeeper.findings("2026-02-11"))
        .extracting(f -> f.path("code").asString() + " night " + f.path("nights").asInt())
        .contains("PK101 night 3", "PK102 night 3");
  }

  @Test
  void ledgerThatANewerVersionHasUsedIsRefused() throws Exception {
    String owner = newOwner();
    Poolkeeper poolkeeper = poolkeeper(owner);
    assertThat(poolkeeper.run("runs").exitCode()).isEqualTo(ExitCode.DONE);
    server
        .admin(owner)
        .sql(
            """
            insert into ledger.flyway_schema_history (installed_rank, version, description, type, script,
                installed_by, execution_time, success)
            select max(installed_rank) + 1, '999', 'later', 'SQL', 'V999__later.sql', 'later', 1, true
            from ledger.flyway_schema_history
            """)
        .update();

    Poolkeeper.Said said = poolkeeper.night(estate("2026-02-11"));

    assertThat(said.exitCode()).as(said.output()).isEqualTo(ExitCode.FAILED);
    assertThat(said.errors()).contains("newer poolkeeper", "999").doesNotContain("\tat ");
    assertThat(texts(server.admin(owner), "select count(*)::text from ledger.run"))
        .containsExactly("0");
  }

  /** -Dupgrade.write=VERSION: what the README there tells about. */
  @Test
  void dumpOfThisVersionIsWrittenWhenAskedFor() throws Exception {
    String version = System.getProperty("upgrade.write", "");
    assumeTrue(!version.isEmpty(), "no -Dupgrade.write=VERSION");
    String owner = newOwner();
    Poolkeeper poolkeeper = poolkeeper(owner);
    for (String night : NIGHTS) {
      assertThat(poolkeeper.night(estate(night)).exitCode()).isEqualTo(ExitCode.DONE);
    }
    Path dump = folder.resolve("server").resolve(version + ".sql");
    server.client(
        "pg_dump", owner, owner, "--no-owner", "--exclude-table-data=staging.*", "--file=" + dump);
    // without paths of the machine that wrote it, and what only the newest psql knows
    String text =
        Files.readString(dump)
            .replace(folder.toString(), "/estates")
            .replaceAll("(?m)^\\\\(un)?restrict .*\n", "");
    Files.writeString(DUMPS.resolve(version + ".sql"), text);
  }
}
