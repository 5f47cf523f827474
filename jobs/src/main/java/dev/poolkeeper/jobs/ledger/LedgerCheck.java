package dev.poolkeeper.jobs.ledger;

import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries what a run needs of the ledger's database, and changes nothing in it. */
public final class LedgerCheck {

  public static final String SUBJECT = "ledger";

  private static final int OLDEST = 15;

  private final DataSource dataSource;
  private final String where;

  /**
   * @param where what kind of database it is, {@code embedded}
   */
  public LedgerCheck(DataSource dataSource, String where) {
    this.dataSource = dataSource;
    this.where = where;
  }

  public List<CheckLine> lines() {
    try {
      return List.of(version(), migrations(), rights());
    } catch (DataAccessException | FlywayException e) {
      return List.of(failed("database", firstLine(e), "check the server and its log"));
    }
  }

  private CheckLine version() {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    int number =
        jdbc.sql("select current_setting('server_version_num')::int").query(Integer.class).single();
    String version =
        "PostgreSQL %s, %s"
            .formatted(
                jdbc.sql("select current_setting('server_version')").query(String.class).single(),
                where);
    return number / 10_000 >= OLDEST
        ? CheckLine.ok(SUBJECT, "database", version)
        : failed("database", version, "use a PostgreSQL " + OLDEST + " or newer");
  }

  private CheckLine migrations() {
    MigrationInfoService info = LedgerMigration.info(dataSource);
    for (MigrationInfo migration : info.all()) {
      if (migration.getState().isFailed()) {
        return failed(
            "migrations",
            "%s failed earlier".formatted(migration.getScript()),
            "look at ledger.flyway_schema_history, or restore the ledger from a backup");
      }
      if (LedgerMigration.isNewer(migration)) {
        return failed(
            "migrations",
            "a newer poolkeeper has used this ledger",
            "use that version, or another database");
      }
    }
    int pending = info.pending().length;
    return pending == 0
        ? CheckLine.ok(SUBJECT, "migrations", "all " + info.applied().length + " applied")
        : CheckLine.ok(SUBJECT, "migrations", pending + " to be applied by the next command");
  }

  /** Who may create schemas may do all a run does; so may the owner of those that are there. */
  private CheckLine rights() {
    boolean enough =
        JdbcClient.create(dataSource)
            .sql(
                """
                select has_database_privilege(current_database(), 'create') or (
                    select count(*) = 4 from pg_namespace
                    where nspname in ('ledger', 'staging', 'batch', 'mart')
                        and pg_has_role(nspowner, 'usage')
                )
                """)
            .query(Boolean.class)
            .single();
    return enough
        ? CheckLine.ok(SUBJECT, "rights", "may create what a run needs")
        : failed(
            "rights",
            "the user may not create schemas in this database",
            "grant create on database, or make the user its owner");
  }

  private static CheckLine failed(String what, String seen, String next) {
    return new CheckLine(SUBJECT, what, Outcome.FAILED, seen, next);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
