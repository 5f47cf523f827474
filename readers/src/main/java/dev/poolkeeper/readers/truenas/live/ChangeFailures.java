package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Decides what is known of the system after a change that was not answered well. Only reasons are
 * shown: traces hold call arguments.
 *
 * <p>Source: truenas-contract §1.4.
 */
final class ChangeFailures {

  private static final int INTERNAL = -32603;
  private static final int LONGEST = 400;

  /** What the system says of something that it gave up waiting for. */
  private static final Set<String> LATE = Set.of("ETIMEDOUT", "ECONNRESET", "EPIPE");

  private ChangeFailures() {}

  /** A JSON-RPC error. */
  static HandFailure of(String where, JsonNode error) {
    String name = NasErrors.errname(error);
    String reason = Visible.text(NasErrors.reason(error), LONGEST);
    int code = error.path("code").asInt(0);
    if (NasErrors.noSuchMethod(error)) {
      return failure(Kind.REFUSED, where, "this release has no such method");
    }
    if (code == NasErrors.TOO_MANY || reason.contains("Rate Limit")) {
      return failure(Kind.UNAVAILABLE, where, "the system is too busy: " + reason);
    }
    if (name.equals("ENOTAUTHENTICATED") || reason.contains("Session is expired")) {
      return failure(Kind.UNAVAILABLE, where, "the session is not logged in any more");
    }
    if (rightMissing(name, reason)) {
      return notAllowed(where, reason);
    }
    if (code == INTERNAL || LATE.contains(name)) {
      return failure(
          Kind.UNKNOWN, where, "the system failed at it: " + reason + "; it may have been done");
    }
    return refused(where, name, reason);
  }

  /** The system said no, and why. */
  static HandFailure refused(String where, String name, String reason) {
    boolean named = name.isEmpty() || reason.startsWith("[");
    return failure(Kind.REFUSED, where, named ? reason : "[" + name + "] " + reason);
  }

  static HandFailure notAllowed(String where, String reason) {
    return failure(
        Kind.NOT_ALLOWED,
        where,
        "the executor's key may not do this"
            + (reason.isEmpty() ? "" : ": " + reason)
            + "; poolkeeper check names the roles that it lacks");
  }

  /** Somebody's right is missing; a protected path is refused with the same name. */
  private static boolean rightMissing(String name, String reason) {
    return (name.equals("EACCES") || name.equals("EPERM"))
        && reason.toLowerCase(Locale.ROOT).contains("not authorized");
  }

  /** The answer broke off, or never came. */
  static HandFailure broken(String where, Exception failure) {
    return new HandFailure(
        Kind.UNKNOWN,
        "%s: no usable answer came (%s); it may have been done"
            .formatted(where, Visible.text(Objects.toString(failure.getMessage(), "broken"))),
        failure);
  }

  static HandFailure unknown(String where, String seen) {
    return failure(Kind.UNKNOWN, where, seen + "; it may have been done");
  }

  /** A question that failed: nothing was changed. */
  static HandFailure ofQuestion(SourceFailure failure) {
    boolean right = failure instanceof SourceRefused refused && refused.bySource();
    return new HandFailure(
        right ? Kind.NOT_ALLOWED : Kind.UNAVAILABLE,
        failure.where() + ": " + failure.seen(),
        failure);
  }

  static HandFailure failure(Kind kind, String where, String seen) {
    return new HandFailure(kind, where + ": " + seen);
  }
}
