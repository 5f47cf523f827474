package dev.poolkeeper.jobs.ledger;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.jobs.postgres.LedgerUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the ledger's schemas to the version this program knows. */
final class LedgerMigration {

  private LedgerMigration() {}

  static void migrate(DataSource dataSource) {
    try {
      Flyway flyway = flyway(dataSource);
      refuseNewer(flyway.info());
      flyway.migrate();
    } catch (FlywayException e) {
      throw LedgerUnavailable.failed(
          """
          The ledger's tables cannot be brought to this version: %s
          Nothing was run. Next: check that the user may create schemas in this database, and that no newer poolkeeper has used it."""
              .formatted(e.getMessage()),
          e);
    }
  }

  /** There is no way back: what a newer program has made of the tables, this one would not know. */
  private static void refuseNewer(MigrationInfoService info) {
    for (MigrationInfo migration : info.all()) {
      if (isNewer(migration)) {
        throw LedgerUnavailable.failed(
            """
            A newer poolkeeper has used this ledger: its tables are at %s (%s), which this version does not know.
            Nothing was run. Next: use that version, or restore the ledger from a backup of before (docs/backup.md)."""
                .formatted(migration.getVersion(), migration.getDescription()));
      }
    }
  }

  static boolean isNewer(MigrationInfo migration) {
    return migration.isVersioned() && migration.getState().name().startsWith("FUTURE");
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
        // R__2_marts.sql drops all marts; files that make further ones name this, so that they are
        // made anew whenever it is
        .placeholders(Map.of("marts", checksum("sql/migrations/R__2_marts.sql")))
        .load();
  }

  private static String checksum(String resource) {
    try (InputStream in = LedgerMigration.class.getClassLoader().getResourceAsStream(resource)) {
      CRC32 checksum = new CRC32();
      checksum.update(requireNonNull(in, resource).readAllBytes());
      return Long.toHexString(checksum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
