package dev.poolkeeper.readers.source;

import org.jspecify.annotations.Nullable;

/** Credentials, rights or our own caution forbid it. Another attempt would not help. */
public final class SourceRefused extends SourceFailure {

  private static final long serialVersionUID = 1L;

  public SourceRefused(String where, String seen, String next, @Nullable Throwable cause) {
    super(where, seen, next, cause);
  }
}
