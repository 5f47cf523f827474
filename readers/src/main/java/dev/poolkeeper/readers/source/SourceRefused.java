package dev.poolkeeper.readers.source;

import org.jspecify.annotations.Nullable;

/** Credentials, rights or our own caution forbid it. Another attempt would not help. */
public final class SourceRefused extends SourceFailure {

  private static final long serialVersionUID = 1L;

  private final boolean bySource;

  /** Our own caution forbids it, or nobody that we were to ask. */
  public SourceRefused(String where, String seen, String next, @Nullable Throwable cause) {
    this(where, seen, next, cause, false);
  }

  private SourceRefused(
      String where, String seen, String next, @Nullable Throwable cause, boolean bySource) {
    super(where, seen, next, cause);
    this.bySource = bySource;
  }

  /** The source itself does not let this account in, or not ask this. */
  public static SourceRefused bySource(
      String where, String seen, String next, @Nullable Throwable cause) {
    return new SourceRefused(where, seen, next, cause, true);
  }

  /** Whether a right or a login is missing, and not an address, a certificate or time. */
  public boolean bySource() {
    return bySource;
  }
}
