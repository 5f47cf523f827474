package dev.poolkeeper.processors.inventory;

/**
 * One thing that could not be read, in words for the admin.
 *
 * @param where file and place in it, or the call
 * @param seen what was seen
 * @param next what to do about it
 */
public record CaptureProblem(String where, String seen, String next) {

  @Override
  public String toString() {
    return where + ": " + seen + ". Next: " + next;
  }
}
