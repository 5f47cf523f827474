package dev.poolkeeper.readers.source;

import org.jspecify.annotations.Nullable;

/** The source answered something other than its documentation says. */
public non-sealed class SourceContract extends SourceFailure {

  private static final long serialVersionUID = 1L;

  public SourceContract(String where, String seen, String next, @Nullable Throwable cause) {
    super(where, seen, next, cause);
  }
}
