package dev.poolkeeper.tests.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A private cluster of the system's PostgreSQL 15, the oldest release that is supported. */
public final class InstalledPostgres implements AutoCloseable {

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Path data;
  private final int port;

  private InstalledPostgres(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  /** Skips the test where PostgreSQL 15 is not installed; in CI that is a failure. */
  public static InstalledPostgres start(Path folder) throws IOException, InterruptedException {
    if (!Files.isExecutable(PROGRAMS.resolve("postgres"))) {
      String missing = "PostgreSQL 15 is not installed (apt-get install postgresql-15)";
      if (System.getenv("CI") != null) {
        Assertions.fail(missing);
      }
      Assumptions.abort(missing);
    }
    Folders.letOthersPass(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    InstalledPostgres postgres = new InstalledPostgres(folder.resolve("pg15"), freePort());
    postgres.call(
        "initdb",
        "--pgdata=" + postgres.data,
        "--auth=trust",
        "--username=admin",
        "--encoding=UTF8");
    postgres.call(
        "pg_ctl",
        "start",
        "--wait",
        "--pgdata=" + postgres.data,
        "--log=" + postgres.data.resolve("log"),
        "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
            .formatted(postgres.port));
    return postgres;
  }

  /** A database of its own for an owner that may not create roles. */
  public String databaseOf(String owner) {
    JdbcClient admin = JdbcClient.create(dataSource("postgres", "admin"));
    admin.sql("create role " + owner + " login password 'secret of " + owner + "'").update();
    admin.sql("create database " + owner + " owner " + owner).update();
    return url(owner);
  }

  public JdbcClient admin(String database) {
    return JdbcClient.create(dataSource(database, "admin"));
  }

  public DataSource dataSource(String database, String user) {
    return new DriverManagerDataSource(url(database), user, "");
  }

  /** What a client program of PostgreSQL 15 does with a database of this server. */
  public void client(String program, String user, String database, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--host=127.0.0.1");
    all.add("--port=" + port);
    all.add("--username=" + user);
    all.add("--dbname=" + database);
    call(program, all.toArray(String[]::new));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  /** Postgres refuses to run as root; Debian's package brings an account for it. */
  private void call(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile("postgres", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .directory(Path.of("/").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(said, StandardCharsets.UTF_8));
    }
    Files.delete(said);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    call("pg_ctl", "stop", "--wait", "--mode=immediate", "--pgdata=" + data);
  }
}
