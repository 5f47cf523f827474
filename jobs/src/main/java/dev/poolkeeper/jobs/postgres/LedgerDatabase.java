package dev.poolkeeper.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes sure that the database itself is there and lets us in. */
record LedgerDatabase(int port, String password) {

  private static final String DOES_NOT_EXIST = "3D000";
  private static final String WRONG_PASSWORD = "28P01";
  private static final int SECONDS = 30;

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  void ensure(LedgerFiles files) {
    try {
      connect(EmbeddedPostgres.DATABASE).close();
    } catch (SQLException e) {
      if (DOES_NOT_EXIST.equals(e.getSQLState())) {
        create();
      } else if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw wrongPassword(files, e);
      } else {
        throw unusable(e);
      }
    }
  }

  private void create() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + EmbeddedPostgres.DATABASE);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private Connection connect(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(port, database));
    source.setUser(EmbeddedPostgres.USER);
    source.setPassword(password);
    source.setConnectTimeout(SECONDS);
    source.setLoginTimeout(SECONDS);
    return source.getConnection();
  }

  private static LedgerUnavailable wrongPassword(LedgerFiles files, SQLException e) {
    return LedgerUnavailable.configuration(
        """
        The ledger in %s refuses the password in %s: the file and the directory "ledger" are not from the same time.
        Next: put back the file that belongs to this ledger, move the directory "ledger" away to begin with an empty one, %s"""
            .formatted(files.home(), files.password(), LedgerUnavailable.OTHER_SERVER),
        e);
  }

  private static LedgerUnavailable unusable(SQLException e) {
    return LedgerUnavailable.failed(
        "The ledger's database started but could not be used: %s. Nothing was stored in this run."
            .formatted(e.getMessage()),
        e);
  }
}
