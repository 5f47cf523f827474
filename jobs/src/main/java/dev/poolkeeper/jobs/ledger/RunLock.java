package dev.poolkeeper.jobs.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One run at a time per ledger: an advisory lock that Postgres itself drops when the process dies.
 */
public final class RunLock implements AutoCloseable {

  /** "poolkeep" in ASCII: any constant, but ours. */
  private static final long KEY = 0x706F6F6C6B656570L;

  private final Connection connection;

  private RunLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws AlreadyRunning when another process runs a job on this ledger
   */
  public static RunLock take(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          return new RunLock(connection);
        }
      }
      throw new AlreadyRunning(holder(connection));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static String holder(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
                select coalesce(host(activity.client_addr), 'local') as host, activity.backend_start
                from pg_locks as lock
                join pg_stat_activity as activity using (pid)
                where lock.locktype = 'advisory' and lock.granted
                    and lock.classid = (?::bigint >> 32)::bigint::oid
                    and lock.objid = (?::bigint & 4294967295)::oid
                """)) {
      statement.setLong(1, KEY);
      statement.setLong(2, KEY);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? " (connected from %s since %s)"
                .formatted(row.getString("host"), row.getString("backend_start"))
            : "";
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_unlock(?)")) {
      statement.setLong(1, KEY);
      statement.execute();
    } finally {
      connection.close();
    }
  }

  /** Another run holds the ledger. */
  public static final class AlreadyRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyRunning(String holder) {
      super(
          """
          Another run is using this ledger%s. This run did nothing and changed nothing.
          Next: wait for it (poolkeeper runs), then start again."""
              .formatted(holder));
    }
  }
}
