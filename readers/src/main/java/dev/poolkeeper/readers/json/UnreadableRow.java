package dev.poolkeeper.readers.json;

/** Says why one row cannot become a record, and what to do; the reading goes on with the next. */
public final class UnreadableRow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String seen;
  private final String next;

  public UnreadableRow(String seen, String next) {
    super(seen + ". Next: " + next, null, false, false);
    this.seen = seen;
    this.next = next;
  }

  public String seen() {
    return seen;
  }

  public String next() {
    return next;
  }
}
