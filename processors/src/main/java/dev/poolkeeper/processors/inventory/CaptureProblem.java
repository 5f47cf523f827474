package dev.poolkeeper.processors.inventory;

/**
 * One thing that could not be read, in words for the admin.
 *
 * @param where file and place in it, or the call
 * @param seen what was seen
 * @param next what to do about it
 * @param refused the source knew the question, but not that this account may ask it
 */
public record CaptureProblem(String where, String seen, String next, boolean refused) {

  public CaptureProblem(String where, String seen, String next) {
    this(where, seen, next, false);
  }

  @Override
  public String toString() {
    return where + ": " + seen + ". Next: " + next;
  }
}
