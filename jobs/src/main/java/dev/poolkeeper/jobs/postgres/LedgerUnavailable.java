package dev.poolkeeper.jobs.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Says why the embedded ledger cannot be used, with a message that is complete for the user.
 *
 * <p>{@link #exitCode()} is 4 when the user has to change something about the machine or the
 * settings, and 6 when the server itself failed.
 */
public final class LedgerUnavailable extends RuntimeException {

  /** The last line of every message whose problem another server would not have. */
  static final String OTHER_SERVER =
      "or point POOLKEEPER_DB_URL at a PostgreSQL server of version 15 or newer.";

  private static final int CONFIGURATION = 4;
  private static final int FAILED = 6;

  private final int exitCode;

  private LedgerUnavailable(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public static LedgerUnavailable configuration(String message) {
    return new LedgerUnavailable(CONFIGURATION, message, null);
  }

  static LedgerUnavailable configuration(String message, Throwable cause) {
    return new LedgerUnavailable(CONFIGURATION, message, cause);
  }

  public static LedgerUnavailable failed(String message) {
    return new LedgerUnavailable(FAILED, message, null);
  }

  public static LedgerUnavailable failed(String message, Throwable cause) {
    return new LedgerUnavailable(FAILED, message, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
