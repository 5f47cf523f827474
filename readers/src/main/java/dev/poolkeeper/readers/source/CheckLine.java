package dev.poolkeeper.readers.source;

/**
 * One line of {@code poolkeeper check}.
 *
 * @param subject the cluster, NAS or {@code poolkeeper} itself
 * @param what what was tried, {@code login}
 * @param seen what was seen
 * @param next what to do, empty when there is nothing to do
 */
public record CheckLine(String subject, String what, Outcome outcome, String seen, String next) {

  /** How it went. */
  public enum Outcome {
    OK,
    /** Works, and a person should know something. */
    WARNING,
    FAILED,
    /** Not tried, as something before it failed. */
    SKIPPED
  }

  public static CheckLine ok(String subject, String what, String seen) {
    return new CheckLine(subject, what, Outcome.OK, seen, "");
  }

  public static CheckLine warning(String subject, String what, String seen, String next) {
    return new CheckLine(subject, what, Outcome.WARNING, seen, next);
  }

  public static CheckLine failed(String subject, String what, SourceFailure failure) {
    return new CheckLine(subject, what, Outcome.FAILED, failure.seen(), failure.next());
  }

  public static CheckLine skipped(String subject, String what, String why) {
    return new CheckLine(subject, what, Outcome.SKIPPED, why, "");
  }
}
