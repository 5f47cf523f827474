package dev.poolkeeper.readers.source;

import org.jspecify.annotations.Nullable;

/**
 * A live source could not be read. One sentence each: what was asked, what was seen, what to do
 * next; what it means for the run is said by the verdicts that are withheld for it.
 */
public abstract sealed class SourceFailure extends RuntimeException
    permits SourceUnavailable, SourceRefused, SourceContract {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String seen;
  private final String next;

  /**
   * @param where what was asked of whom, {@code pool.query on https://nas1.example.com}
   * @param seen what was seen, without anything that may be a secret
   */
  protected SourceFailure(String where, String seen, String next, @Nullable Throwable cause) {
    super("%s: %s. Next: %s".formatted(where, seen, next), cause);
    this.where = where;
    this.seen = seen;
    this.next = next;
  }

  public String where() {
    return where;
  }

  public String seen() {
    return seen;
  }

  public String next() {
    return next;
  }
}
