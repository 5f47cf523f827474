package dev.poolkeeper.jobs.configuration;

import java.util.Optional;

/**
 * Where the ledger is kept.
 *
 * @param url JDBC URL of a Postgres 15 or newer; empty: an embedded one under poolkeeper's home
 * @param user empty: as the URL says
 * @param password empty: as the URL says
 */
public record DatabaseSettings(
    Optional<String> url, Optional<String> user, Optional<String> password) {

  /** Never shows the password, nor a URL that may hold one. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + (url.isPresent() ? "server" : "embedded") + "]";
  }
}
