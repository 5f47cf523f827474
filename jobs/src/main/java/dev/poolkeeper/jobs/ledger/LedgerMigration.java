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
