package dev.poolkeeper.jobs.ledger;

import dev.poolkeeper.jobs.postgres.LedgerUnavailable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the ledger's schemas to the version this program knows. */
final class LedgerMigration {

  private LedgerMigration() {}

  static void migrate(DataSource dataSource) {
    try {
      Flyway.configure()
          .dataSource(dataSource)
          .schemas("ledger", "staging", "batch", "mart")
          .defaultSchema("ledger")
          .locations("classpath:sql/migrations")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw LedgerUnavailable.failed(
          """
          The ledger's tables cannot be brought to this version: %s
          Nothing was run. Next: check that the user may create schemas in this database, and that no newer poolkeeper has used it."""
              .formatted(e.getMessage()),
          e);
    }
  }
}
