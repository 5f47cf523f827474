package dev.poolkeeper.jobs.ledger;

import dev.poolkeeper.jobs.postgres.LedgerUnavailable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the ledger's schemas to the version this program knows. */
final class LedgerMigration {

  private LedgerMigration() {}

  static void migrate(DataSource dataSource) {
    try {
      flyway(dataSource).migrate();
    } catch (FlywayException e) {
      throw LedgerUnavailable.failed(
          """
          The ledger's tables cannot be brought to this version: %s
          Nothing was run. Next: check that the user may create schemas in this database, and that no newer poolkeeper has used it."""
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Which migrations there are and which were applied; changes nothing. */
  static MigrationInfoService info(DataSource dataSource) {
    return flyway(dataSource).info();
  }

  private static Flyway flyway(DataSource dataSource) {
    return Flyway.configure()
        .dataSource(dataSource)
        .schemas("ledger", "staging", "batch", "mart")
        .defaultSchema("ledger")
        .locations("classpath:sql/migrations")
        .load();
  }
}
