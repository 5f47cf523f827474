package dev.poolkeeper.tests.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.InstalledPostgres;
import dev.poolkeeper.tests.support.LedgerDump;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that was dumped, restored elsewhere by the commands of docs/backup.md, and used on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {

  /** As the CronJob of deploy/cronjobs/examples/backup has them. */
  private static final List<String> DUMP =
      List.of("--format=custom", "--no-owner", "--exclude-table-data=staging.*");

  /** As docs/backup.md has them. */
  private static final List<String> RESTORE =
      List.of("--no-owner", "--exit-on-error", "--single-transaction");

  private InstalledPostgres server;
  private Poolkeeper before;
  private Poolkeeper after;
  private Path folder = Path.of("");

  @BeforeAll
  void dumpAndRestore(@TempDir Path given) throws Exception {
    folder = given;
    Path place = Files.createDirectory(folder.resolve("server"));
    server = InstalledPostgres.start(place);
    server.admin("postgres").sql("create role poolkeeper_reader nologin").update();
    before = poolkeeper("lost");
    for (String night : List.of("2026-02-09", "2026-02-10")) {
      assertThat(before.night(estate(night)).exitCode()).isEqualTo(ExitCode.DONE);
    }
    // what a killed run leaves behind
    server
        .admin("lost")
        .sql(
            "insert into staging.held (run_id, part, reason) values (1, 'nas1/datasets', 'killed')")
        .update();
    Path file = place.resolve("ledger.dump");
    List<String> dump = new ArrayList<>(DUMP);
    dump.add("--file=" + file);
    server.client("pg_dump", "lost", "lost", dump.toArray(String[]::new));
    after = poolkeeper("restored");
    List<String> restore = new ArrayList<>(RESTORE);
    restore.add(file.toString());
    server.client("pg_restore", "restored", "restored", restore.toArray(String[]::new));
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private Poolkeeper poolkeeper(String owner) throws Exception {
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
        .write(folder.resolve("estate-" + night), night);
  }

  @Test
  void nothingIsLostAndTheNextNightSaysTheSame() throws Exception {
    assertThat(LedgerDump.of(server.admin("restored")))
        .isEqualTo(LedgerDump.of(server.admin("lost")));

    for (Poolkeeper poolkeeper : List.of(before, after)) {
      Poolkeeper.Said said = poolkeeper.night(estate("2026-02-11"));
      assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    }
    assertThat(after.findings("2026-02-11")).isEqualTo(before.findings("2026-02-11")).isNotEmpty();
    assertThat(after.findings("2026-02-11"))
        .extracting(finding -> finding.path("nights").asInt())
        .as("nights before the restore count")
        .contains(3);
    assertThat(LedgerDump.of(server.admin("restored")))
        .isEqualTo(LedgerDump.of(server.admin("lost")));
  }

  @Test
  void checkFindsTheRestoredLedgerInOrder() {
    assertThat(after.run("check").output())
        .containsPattern("migrations +all [0-9]+ applied")
        .contains("may create what a run needs");
  }

  @Test
  void readerMayReadTheRestoredMartsAndNothingElse() throws SQLException {
    assertThat(asReader("select count(*) from mart.night")).isPositive();
    assertThat(asReader("select count(*) from mart.pool_day")).isPositive();
    assertThatThrownBy(() -> asReader("select count(*) from ledger.run"))
        .hasMessageContaining("permission denied");
  }

  private long asReader(String question) throws SQLException {
    try (Connection connection = server.dataSource("restored", "admin").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set role poolkeeper_reader");
      try (ResultSet row = statement.executeQuery(question)) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void whatRunsReadIsNotInTheDump() {
    assertThat(
            server
                .admin("restored")
                .sql("select part from staging.held")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void manifestAndDocsUseTheseOptions() throws Exception {
    String manifest =
        Files.readString(Path.of("../deploy/cronjobs/examples/backup/backup.yaml"))
            .replace("'", "");
    String docs = Files.readString(Path.of("../docs/backup.md")).replace("'", "");

    assertThat(manifest).contains("pg_dump " + String.join(" ", DUMP));
    assertThat(docs)
        .contains("pg_dump " + String.join(" ", DUMP))
        .contains("pg_restore " + String.join(" ", RESTORE));
  }
}
