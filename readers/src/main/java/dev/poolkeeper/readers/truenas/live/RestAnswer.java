package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Decides from status and first bytes of a REST response what it is.
 *
 * @param retryAfter seconds the server asked to wait, 0 when it did not
 * @param start the first bytes of the body, as text
 */
record RestAnswer(int status, long retryAfter, String start) {

  private static final int START = 4096;
  private static final Pattern TITLE =
      Pattern.compile("<title>([^<]{1,200})</title>", Pattern.CASE_INSENSITIVE);

  /** Looks at the start of the body and leaves it where it was. */
  static RestAnswer of(HttpResponse<?> response, InputStream body) throws IOException {
    body.mark(START + 1);
    byte[] start = body.readNBytes(START);
    body.reset();
    return of(response, new String(start, StandardCharsets.UTF_8));
  }

  /** The same for a body that was read as a whole. */
  static RestAnswer of(HttpResponse<String> response) {
    return of(response, response.body());
  }

  private static RestAnswer of(HttpResponse<?> response, String body) {
    long retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Long::parseLong)
            .orElse(0L);
    String start = body.substring(0, Math.min(body.length(), START));
    return new RestAnswer(response.statusCode(), retryAfter, start.strip());
  }

  /** Whether another attempt may be answered. */
  boolean transientFailure() {
    return status == 408 || status == 429 || (status >= 502 && status <= 504);
  }

  /** The release has no such method; a proxy's error page says nothing about that. */
  boolean noSuchPath() {
    return status == 404 && !html();
  }

  /** Why this is no answer; empty when it is one. */
  Optional<SourceFailure> failure(String where) {
    return status == 200 && !html() ? Optional.empty() : Optional.of(refusal(where));
  }

  private SourceFailure refusal(String where) {
    return switch (status) {
      case 401 ->
          SourceRefused.bySource(
              where,
              "the API key was refused: " + message(),
              "check the key; a key is shown once when it is made, so make a new one",
              null);
      case 403 ->
          SourceRefused.bySource(
              where,
              "the API key may not ask this over REST",
              "up to 24.10 let the key's allow-list hold this; from 25.04 on REST needs a full"
                  + " administrator, so use JSON-RPC (api: jsonrpc)",
              null);
      case 408, 429, 502, 503, 504 -> busy(where);
      case 301, 302, 303, 307, 308 ->
          new SourceContract(
              where,
              "HTTP %d, it points elsewhere".formatted(status),
              "configure the address that the API itself has",
              null);
      default -> unexpected(where);
    };
  }

  private SourceFailure busy(String where) {
    return new SourceUnavailable(
        where,
        "HTTP %d%s".formatted(status, html() ? ", " + page() : ""),
        "run it again; 504 after a minute comes from the appliance's own proxy",
        null,
        retryAfter > 0 ? Duration.ofSeconds(retryAfter) : null);
  }

  private SourceFailure unexpected(String where) {
    return html()
        ? new SourceContract(
            where, page(), "see whether the URL leads to the TrueNAS itself, past any proxy", null)
        : new SourceContract(
            where,
            "HTTP %d: %s".formatted(status, message()),
            "look into its middleware log",
            null);
  }

  private boolean html() {
    return start.startsWith("<");
  }

  private String page() {
    Matcher title = TITLE.matcher(start);
    return "an HTML page" + (title.find() ? ", " + Visible.text(title.group(1).strip()) : "");
  }

  /** The message of an error object, or the bare text. A traceback is never shown. */
  private String message() {
    try {
      JsonNode error = Json.tree(start);
      return Values.text(error.path("message")).map(Visible::text).orElse("without a message");
    } catch (JacksonException noJson) {
      return start.isEmpty() || start.length() >= START ? "without a message" : Visible.text(start);
    }
  }
}
