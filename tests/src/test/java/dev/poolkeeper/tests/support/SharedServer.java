package dev.poolkeeper.tests.support;

import dev.poolkeeper.jobs.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One embedded server for all tests of this JVM that do not care how theirs is started, with a
 * database for each. It stops with the JVM.
 */
public final class SharedServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final class Holder {

    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        Path folder = Files.createTempDirectory("poolkeeper-tests");
        folder.toFile().deleteOnExit();
        Folders.letOthersPass(folder);
        return EmbeddedPostgres.start(folder.resolve("home"), line -> {});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private SharedServer() {}

  /** The command line with a new database as its ledger. */
  public static Poolkeeper poolkeeper(Path folder) {
    EmbeddedPostgres server = Holder.POSTGRES;
    String name = "ledger_" + DATABASES.incrementAndGet();
    JdbcClient.create(
            new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()))
        .sql("create database " + name)
        .update();
    return new Poolkeeper(folder)
        .with(
            "POOLKEEPER_DB_URL", server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"))
        .with("POOLKEEPER_DB_USER", server.user())
        .with("POOLKEEPER_DB_PASSWORD", server.password());
  }
}
