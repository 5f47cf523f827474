package dev.poolkeeper.tests.support;

import dev.poolkeeper.jobs.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ledger, looked into between two commands. */
public final class Ledger implements AutoCloseable {

  private final @Nullable EmbeddedPostgres postgres;
  private final DriverManagerDataSource dataSource;
  private final JdbcClient sql;

  private Ledger(@Nullable EmbeddedPostgres postgres, String url, String user, String password) {
    this.postgres = postgres;
    this.dataSource = new DriverManagerDataSource(url, user, password);
    this.sql = JdbcClient.create(dataSource);
  }

  /** The ledger of a command line, on its server or embedded. */
  public static Ledger of(Poolkeeper poolkeeper) {
    Map<String, String> environment = poolkeeper.environment();
    return environment.containsKey("POOLKEEPER_DB_URL")
        ? new Ledger(
            null,
            environment.getOrDefault("POOLKEEPER_DB_URL", ""),
            environment.getOrDefault("POOLKEEPER_DB_USER", ""),
            environment.getOrDefault("POOLKEEPER_DB_PASSWORD", ""))
        : embedded(poolkeeper.home());
  }

  /** The embedded ledger under a home. */
  public static Ledger embedded(Path home) {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(home, line -> {});
    return new Ledger(postgres, postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcClient sql() {
    return sql;
  }

  public long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
