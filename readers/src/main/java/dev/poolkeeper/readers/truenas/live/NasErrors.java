package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides which failure an error of the middleware is. Only its reason is shown: its trace holds
 * call arguments, keys among them.
 *
 * <p>Source: truenas-contract §1.4 and §8.1.
 */
final class NasErrors {

  static final int NO_SUCH_METHOD = -32601;
  private static final int INVALID = -32602;
  static final int TOO_MANY = -32000;
  private static final Duration LOGIN_PAUSE = Duration.ofSeconds(10);

  private NasErrors() {}

  /** Whether a JSON-RPC error says that there is no such method in this release. */
  static boolean noSuchMethod(JsonNode error) {
    return error.path("code").asInt(0) == NO_SUCH_METHOD || errname(error).equals("ENOMETHOD");
  }

  /** Any other JSON-RPC error. */
  static SourceFailure of(String where, JsonNode error) {
    int code = error.path("code").asInt(0);
    String name = errname(error);
    String reason = Visible.text(reason(error));
    if (code == TOO_MANY || name.equals("EBUSY")) {
      boolean login = reason.contains("Rate Limit");
      return new SourceUnavailable(
          where,
          "the system is too busy: " + reason,
          "run it again; see what else asks this system so often",
          null,
          login ? LOGIN_PAUSE : null);
    }
    if (name.equals("ENOTAUTHENTICATED") || reason.contains("Session is expired")) {
      return new SourceUnavailable(
          where, "the session is not logged in any more", "run it again", null);
    }
    if (name.equals("EACCES") || name.equals("EPERM")) {
      return rights(where, reason);
    }
    return code == INVALID
        ? new QuestionRefused(where, reason)
        : new SourceContract(
            where, "an error of the system: " + reason, "look into its middleware log", null);
  }

  /** The key's user may not ask this. */
  static SourceRefused rights(String where, String reason) {
    return SourceRefused.bySource(
        where,
        "the API key's user may not ask this" + (reason.isEmpty() ? "" : ": " + reason),
        "give the user the role READONLY_ADMIN (Credentials, Groups, Privileges)",
        null);
  }

  /** The system's allow-list of addresses lacks this machine. */
  static SourceRefused addressForbidden(String where, @Nullable Throwable cause) {
    return SourceRefused.bySource(
        where,
        "this machine's address may not use the API",
        "add it to the allowed IP addresses (System, Advanced Settings, Access)",
        cause);
  }

  static String errname(JsonNode error) {
    return Values.text(error.path("data").path("errname")).orElse("");
  }

  static String reason(JsonNode error) {
    JsonNode data = error.path("data");
    String extra =
        data.path("extra").values().stream()
            .flatMap(problem -> Values.text(problem.path(1)).stream())
            .collect(Collectors.joining("; "));
    return Values.text(data.path("reason"))
        .filter(reason -> extra.isEmpty() || !reason.isBlank())
        .or(
            () ->
                extra.isEmpty() ? Values.text(error.path("message")) : java.util.Optional.of(extra))
        .orElse("without a reason");
  }
}
