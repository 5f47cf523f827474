package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Logs in over JSON-RPC with an API key. Messages never quote what was sent or answered beyond the
 * answer's type.
 *
 * <p>Source: truenas-contract §1.2.
 */
final class Login {

  private static final String WHERE = "login";

  /** A host name or address that a URI can hold; anything else a system names is passed over. */
  private static final Pattern ADDRESS =
      Pattern.compile("https://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/.*)?");

  private final NasAccess access;
  private final Questions questions;

  Login(NasAccess access, Questions questions) {
    this.access = access;
    this.questions = questions;
  }

  /**
   * Logs in.
   *
   * @return where to log in instead: this is the standby node of a pair. Empty when logged in
   * @throws SourceFailure when it is refused
   */
  Optional<URI> login(NasSession session) {
    return access.username().isPresent()
        ? named(session, access.username().get())
        : unnamed(session);
  }

  private Optional<URI> named(NasSession session, String username) {
    ObjectNode argument = Json.object();
    argument.put("mechanism", "API_KEY_PLAIN");
    argument.put("username", username);
    argument.put("api_key", access.apiKey().value());
    argument.putObject("login_options").put("user_info", false);
    JsonNode answer =
        SmallAnswers.require(session, NasCall.with("auth.login_ex", argument), questions);
    String type = Values.text(answer.path("response_type")).orElse("");
    return switch (type) {
      case "SUCCESS" -> Optional.empty();
      case "REDIRECT" -> Optional.of(active(answer.path("urls")));
      case "AUTH_ERR" ->
          throw refused(
              "wrong API key, or user " + Visible.text(username) + " has no such key",
              "check username and key; a key is shown once when it is made, so make a new one");
      case "EXPIRED" ->
          throw refused(
              "the API key has expired or was revoked",
              "make a new key. TrueNAS revokes a key that reaches it over plain HTTP, also when a"
                  + " proxy in front ends TLS: then let the URL lead to the TrueNAS itself");
      case "OTP_REQUIRED" ->
          throw refused(
              "the user has a second factor", "use a user without one, for API keys only");
      case "DENIED" ->
          throw refused(
              "the user may not use the API", "allow it API access, with role READONLY_ADMIN");
      default ->
          throw new SourceContract(
              questions.where(WHERE),
              "login answered " + Visible.text(type),
              "use a poolkeeper that knows this release",
              null);
    };
  }

  private Optional<URI> unnamed(NasSession session) {
    JsonNode answer =
        SmallAnswers.ask(
                session,
                new NasCall("auth.login_with_api_key", List.of(Json.text(access.apiKey().value()))))
            .orElseThrow(
                () ->
                    refused(
                        "this release asks for the name of the key's user",
                        "set poolkeeper.nas[].username for " + access.name()));
    if (!answer.asBoolean(false)) {
      throw refused(
          "the API key was refused: it is wrong, expired or revoked",
          "make a new key, and set username: then the reason can be told");
    }
    return Optional.empty();
  }

  /** The first address that TLS protects; a key is sent to no other. */
  private URI active(JsonNode urls) {
    return urls.values().stream()
        .flatMap(url -> Values.text(url).stream())
        .map(url -> url.replaceFirst("^wss://", "https://"))
        .filter(url -> ADDRESS.matcher(url).matches())
        .map(url -> URI.create(url.replaceFirst("^(https://[^/]+).*", "$1")))
        .findFirst()
        .orElseThrow(
            () ->
                new SourceRefused(
                    questions.where(WHERE),
                    "this is the standby node, and it names no active one",
                    "configure the address of the pair (its virtual IP)",
                    null));
  }

  private SourceRefused refused(String seen, String next) {
    return SourceRefused.bySource(questions.where(WHERE), seen, next, null);
  }
}
