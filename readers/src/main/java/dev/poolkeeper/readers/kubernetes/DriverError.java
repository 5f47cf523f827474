package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.KnownAttributes;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Visible;
import java.util.Optional;

/**
 * What a driver said when it failed, in short. Drivers put whole requests into their errors, so one
 * that names a secret is not kept.
 */
final class DriverError {

  private DriverError() {}

  static Optional<String> of(Row row) {
    return row.text("status", "error", "message")
        .map(text -> KnownAttributes.secret(text) ? "not shown: it may hold a secret" : text)
        .map(Visible::text);
  }
}
