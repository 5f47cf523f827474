package dev.poolkeeper.jobs.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * One run at a time per ledger: an advisory lock that Postgres itself drops when the process dies,
 * or when its machine is silent for a minute.
 */
public final class RunLock implements AutoCloseable {

  /** "poolkeep" in ASCII: any constant, but ours. */
  private static final long KEY = 0x706F6F6C6B656570L;

  private static final int ANSWER_SECONDS = 10;

  private final Connection connection;
  private final String nameBefore;

  private RunLock(Connection connection, String nameBefore) {
    this.connection = connection;
    this.nameBefore = nameBefore;
  }

  /**
   * @param who is shown to others who come meanwhile, {@code poolkeeper nightly on HOST}
   * @throws AlreadyRunning when another process runs a job on this ledger
   */
  public static RunLock take(DataSource dataSource, String who) throws SQLException {
    Connection connection = dataSource.getConnection();
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          return new RunLock(connection, rename(connection, who));
        }
      }
      throw AlreadyRunning.onLedger(holder(connection));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Postgres cuts names that are too long for it.
   *
   * @return what it was called before
   */
  private static String rename(Connection connection, String who) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select before.name, set_config('application_name', ?, false)
            from (select current_setting('application_name') as name offset 0) as before
            """)) {
      statement.setString(1, who);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString("name");
      }
    }
  }

  /** What this server tells of another's connection; of another user's it tells little. */
  private static String holder(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
                select nullif(activity.application_name, '') as who,
                    'connected from ' || coalesce(host(activity.client_addr), 'this machine')
                        || ' since ' || to_char(activity.backend_start at time zone 'UTC',
                            'YYYY-MM-DD HH24:MI:SS "UTC"') as connected
                from pg_locks as lock
                join pg_stat_activity as activity using (pid)
                where lock.locktype = 'advisory' and lock.granted
                    and lock.classid = (?::bigint >> 32)::bigint::oid
                    and lock.objid = (?::bigint & 4294967295)::oid
                    and lock.database = (select oid from pg_database where datname = current_database())
                """)) {
      statement.setLong(1, KEY);
      statement.setLong(2, KEY);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return "";
        }
        String known =
            Stream.of(
                    Optional.ofNullable(row.getString("who")),
                    Optional.ofNullable(row.getString("connected")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : " (" + known + ")";
      }
    }
  }

  /** Whether the connection that has the lock is still there, and with it the lock. */
  public boolean held() {
    try {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException closed) {
      return false;
    }
  }

  /** Gives it back; with a connection that is gone it was given back already. */
  @Override
  public void close() throws SQLException {
    if (!held()) {
      letGo();
      return;
    }
    try {
      unlock();
    } finally {
      connection.close();
    }
  }

  /** The pool is told that it is broken, which it says, too. */
  private void letGo() {
    try {
      connection.close();
    } catch (SQLException known) {
      // that it is gone has been said
    }
  }

  private void unlock() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_unlock(?)")) {
      statement.setLong(1, KEY);
      statement.execute();
    }
    rename(connection, nameBefore);
  }
}
