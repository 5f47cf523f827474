package dev.poolkeeper.jobs.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.poolkeeper.jobs.configuration.DatabaseSettings;
import dev.poolkeeper.jobs.postgres.EmbeddedPostgres;
import dev.poolkeeper.jobs.postgres.LedgerUnavailable;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An open ledger; closing it stops an embedded server. */
public final class LedgerStore implements AutoCloseable {

  private static final int CONNECTIONS = 6;
  private static final long CONNECT_MILLIS = 15_000;

  /**
   * Within a minute the server drops a connection, with its locks, whose machine was lost without a
   * word. As it is set up it would wait for two hours, and no other pod could go on.
   */
  private static final String NOTICED_WHEN_GONE =
      "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;"
          + " set tcp_keepalives_count = 3";

  private final @Nullable EmbeddedPostgres embedded;
  private final HikariDataSource dataSource;

  private LedgerStore(@Nullable EmbeddedPostgres embedded, HikariDataSource dataSource) {
    this.embedded = embedded;
    this.dataSource = dataSource;
  }

  /** Opens the embedded ledger under a home. */
  public static LedgerStore embedded(Path home, Consumer<String> progress) {
    return unmigratedEmbedded(home, progress).migrated();
  }

  /** Opens the ledger on the server that was configured. */
  public static LedgerStore server(DatabaseSettings settings) {
    return unmigratedServer(settings).migrated();
  }

  /** The embedded ledger in whatever state it is. */
  public static LedgerStore unmigratedEmbedded(Path home, Consumer<String> progress) {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(home, progress);
    try {
      return open(postgres, postgres.jdbcUrl(), postgres.user(), postgres.password());
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /** The ledger on the server that was configured, in whatever state it is. */
  public static LedgerStore unmigratedServer(DatabaseSettings settings) {
    return open(
        null,
        settings.url().orElseThrow(),
        settings.user().orElse(null),
        settings.password().orElse(null));
  }

  private static LedgerStore open(
      @Nullable EmbeddedPostgres embedded,
      String url,
      @Nullable String user,
      @Nullable String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.addDataSourceProperty("ApplicationName", "poolkeeper");
    config.setConnectionInitSql(NOTICED_WHEN_GONE);
    return new LedgerStore(embedded, connect(config));
  }

  private LedgerStore migrated() {
    try {
      LedgerMigration.migrate(dataSource);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static HikariDataSource connect(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      String seen = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw LedgerUnavailable.configuration(
          """
          The ledger's database cannot be reached: %s
          Nothing was run. Next: check POOLKEEPER_DB_URL, POOLKEEPER_DB_USER and the password (or its file), \
          and that the server is Postgres 15 or newer."""
              .formatted(seen));
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    dataSource.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
