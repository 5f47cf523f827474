package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.ledger.RunLock;
import dev.poolkeeper.tests.support.ChildRun;
import dev.poolkeeper.tests.support.InstalledPostgres;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger on a PostgreSQL 15 that others run, as a user that may create schemas but no roles.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerLedgerIT {

  private InstalledPostgres server;
  private Path folder = Path.of("");

  @BeforeAll
  void start(@TempDir Path given) throws Exception {
    folder = given;
    server = InstalledPostgres.start(Files.createDirectory(folder.resolve("server")));
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private Poolkeeper poolkeeper(String owner) throws Exception {
    String url = server.databaseOf(owner);
    Path password = folder.resolve("password-" + owner);
    Files.writeString(password, "secret of " + owner + "\n");
    return new Poolkeeper(Files.createDirectory(folder.resolve(owner)))
        .with("POOLKEEPER_DB_URL", url)
        .with("POOLKEEPER_DB_USER", owner)
        .with("POOLKEEPER_DB_PASSWORD_FILE", password.toString());
  }

  private Path estate(String night) {
    return SmallEstate.ofHealthyVolumes(3)
        .leftover("left")
        .write(folder.resolve("estate-" + night), night);
  }

  @Test
  void nightsRunRerunAndList() throws Exception {
    Poolkeeper poolkeeper = poolkeeper("smoke");

    for (String night : new String[] {"2025-12-31", "2026-01-01", "2026-01-01"}) {
      Poolkeeper.Said said = poolkeeper.night(estate(night));
      assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    }

    assertThat(poolkeeper.findings("2026-01-01"))
        .extracting(f -> f.path("code").asString() + " night " + f.path("nights").asInt())
        .containsExactly("PK102 night 2", "PK307 night 2");
    assertThat(poolkeeper.home()).doesNotExist();
    assertThat(
            server
                .admin("smoke")
                .sql("select count(*) from pg_roles where rolname = 'poolkeeper_reader'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void secondRunIsRefusedAndChangesNothing() throws Exception {
    Poolkeeper poolkeeper = poolkeeper("busy");
    assertThat(poolkeeper.night(estate("2026-02-10")).exitCode()).isEqualTo(ExitCode.DONE);
    try (RunLock held =
        RunLock.take(server.dataSource("busy", "busy"), "poolkeeper nightly on pod-1")) {
      Poolkeeper.Said said = poolkeeper.night(estate("2026-02-11"));

      assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(said.errors())
          .contains(
              "Another run is using this ledger (poolkeeper nightly on pod-1, connected from 127.0.0.1 since 20",
              "Next: wait")
          .doesNotContain("\tat ");
    }
    assertThat(
            server.admin("busy").sql("select count(*) from ledger.run").query(Long.class).single())
        .isEqualTo(1);
    assertThat(poolkeeper.out().resolve("2026-02-11")).doesNotExist();
  }

  @Test
  void lockOfAKilledRunIsGoneWithIt() throws Exception {
    Poolkeeper poolkeeper = poolkeeper("killed");
    Path estate = estate("2026-02-11");
    try (ChildRun child =
        ChildRun.start(
            poolkeeper.environment(),
            "run",
            "nightly",
            "--from",
            estate.toString(),
            "--out",
            poolkeeper.out().toString())) {
      child.awaitLog("step=findings status=started");
      child.kill();
    }

    Poolkeeper.Said said = poolkeeper.night(estate);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    JdbcClient sql = server.admin("killed");
    assertThat(sql.sql("select count(*) from ledger.run").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void wrongPasswordIsPutIntoWords() throws Exception {
    Poolkeeper poolkeeper =
        poolkeeper("nobody_there").with("POOLKEEPER_DB_URL", "jdbc:postgresql://127.0.0.1:1/none");

    Poolkeeper.Said said = poolkeeper.run("findings");

    assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(said.errors())
        .contains("database cannot be reached", "Next: check POOLKEEPER_DB_URL")
        .doesNotContain("\tat ");
  }
}
