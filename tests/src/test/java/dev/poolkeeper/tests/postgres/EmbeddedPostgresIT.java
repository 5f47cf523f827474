package dev.poolkeeper.tests.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poolkeeper.jobs.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One home for all tests: only the first of them pays for a first start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresIT {

  private final List<String> progress = new ArrayList<>();
  private Path home;

  @BeforeAll
  void nameTheHome(@TempDir Path folder) {
    home = folder.resolve("poolkeeper home");
  }

  @Test
  void historySurvivesARestart() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      execute(postgres, "create table nights as select 'first' as night");
    }
    try (EmbeddedPostgres postgres = start()) {
      assertThat(value(postgres, "select night from nights")).isEqualTo("first");
    }
  }

  @Test
  void databaseIsPrivateUnicodeAndChecksummed() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(postgres.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(value(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(value(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(value(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(value(postgres, "select upper('äé') || ('a' < 'B')")).isEqualTo("ÄÉfalse");
    }
  }

  @Test
  void passwordFileIsPrivate() throws IOException {
    start().close();

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void secondProcessIsRefusedWithTheHoldersPid() throws Exception {
    try (LedgerKeeper holder = LedgerKeeper.start(home)) {
      assertThat(holder.openOrEnd()).contains(LedgerKeeper.OPEN);
      try (LedgerKeeper second = LedgerKeeper.start(home)) {
        assertThat(second.openOrEnd())
            .contains(home + " is in use by process " + holder.pid())
            .contains("Next: wait")
            .contains("POOLKEEPER_HOME")
            .contains("POOLKEEPER_DB_URL")
            .doesNotContain("\tat ");
        assertThat(second.exitCode()).isEqualTo(6);
      }
      holder.terminate();
    }
  }

  @Test
  void terminatedProcessStopsItsServer() throws Exception {
    try (LedgerKeeper keeper = LedgerKeeper.start(home)) {
      assertThat(keeper.openOrEnd()).contains(LedgerKeeper.OPEN);
      assertThat(keeper.terminate()).isEqualTo(143);
    }

    assertThat(home.resolve("ledger/postmaster.pid")).doesNotExist();
  }

  @Test
  void serverOfAKilledProcessIsTakenOverWithItsUnloggedTables() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      execute(postgres, "create unlogged table staged as select 42 as answer");
    }
    try (LedgerKeeper keeper = LedgerKeeper.start(home)) {
      assertThat(keeper.openOrEnd()).contains(LedgerKeeper.OPEN);
      keeper.kill();
    }
    assertThat(home.resolve("ledger/postmaster.pid")).exists();

    try (EmbeddedPostgres postgres = start()) {
      assertThat(progress).anyMatch(line -> line.contains("killed run left behind"));
      assertThat(value(postgres, "select answer from staged")).isEqualTo("42");
    }
  }

  @Test
  void pidFileOfADeadOrUnrelatedProcessDoesNotHinder() throws Exception {
    start().close();
    for (long pid : new long[] {4_194_305, ProcessHandle.current().pid(), 1}) {
      Path pidFile = home.resolve("ledger/postmaster.pid");
      Files.writeString(
          pidFile, pid + "\n" + home.resolve("ledger") + "\n0\n5432\n\n127.0.0.1\n 1 1\nready\n");
      Files.setAttribute(
          pidFile, "unix:uid", Files.getAttribute(home.resolve("ledger"), "unix:uid"));

      try (EmbeddedPostgres postgres = start()) {
        assertThat(value(postgres, "select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void rootHandsTheServerToAnotherAccount(@TempDir Path folder) throws Exception {
    assumeTrue(isRoot(), "only root has to hand the server to another account");
    // open to others: the server's account can enter; a closed one is only root's
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path open = folder.resolve("open");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(open, progress::add)) {
      execute(postgres, "create table kept as select 1 as one");
    }
    assertThat(owner(open.resolve("ledger"))).isNotZero();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(open, progress::add)) {
      assertThat(value(postgres, "select one from kept")).isEqualTo("1");
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(home, progress::add);
  }

  private static boolean isRoot() throws IOException {
    return owner(Path.of("/proc/self")) == 0;
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }
}
