package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Visible;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/** One HTTP answer, as a whole. */
final class Answer {

  private static final int START = 512;

  private final int code;
  private final byte[] body;
  private final Optional<String> date;
  private final Optional<String> retryAfter;

  Answer(int code, byte[] body, Optional<String> date, Optional<String> retryAfter) {
    this.code = code;
    this.body = body;
    this.date = date;
    this.retryAfter = retryAfter;
  }

  /** What is wrong with the body as a JSON object. */
  enum Flaw {
    NO_JSON,
    ENDS_EARLY
  }

  int code() {
    return code;
  }

  /** The header of that name. */
  Optional<String> date() {
    return date;
  }

  /** Whether the body is one whole JSON object, before any row of it is taken for good. */
  Optional<Flaw> flaw() {
    if (!start().startsWith("{")) {
      return Optional.of(Flaw.NO_JSON);
    }
    try (JsonParser parser = parser()) {
      parser.nextToken();
      parser.skipChildren();
      if (parser.currentToken() == null || !parser.currentToken().isStructEnd()) {
        return Optional.of(Flaw.ENDS_EARLY);
      }
      return parser.nextToken() == null ? Optional.empty() : Optional.of(Flaw.NO_JSON);
    } catch (JacksonException broken) {
      boolean early =
          broken instanceof UnexpectedEndOfInputException
              || broken.getOriginalMessage().startsWith("Unexpected end-of-input");
      return Optional.of(early ? Flaw.ENDS_EARLY : Flaw.NO_JSON);
    }
  }

  /** Reads the body from its first token on. */
  <T> T read(Function<JsonParser, T> reader) {
    try (JsonParser parser = parser()) {
      parser.nextToken();
      return reader.apply(parser);
    }
  }

  JsonNode tree() {
    return read(Json::value);
  }

  /** What the body is, where JSON was expected. */
  String looksLike() {
    String start = start();
    if (start.isEmpty()) {
      return "an empty answer";
    }
    return start.regionMatches(true, 0, "<!doctype html", 0, 14)
            || start.regionMatches(true, 0, "<html", 0, 5)
        ? "an HTML page"
        : "the text " + Visible.text(start.lines().findFirst().orElse(""));
  }

  /** How long the answer asks to wait; only seconds are understood. */
  Optional<Duration> pause() {
    return retryAfter
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private String start() {
    byte[] start = Arrays.copyOf(body, Math.min(START, body.length));
    return new String(start, StandardCharsets.UTF_8).strip();
  }

  private JsonParser parser() {
    return Json.parser(new ByteArrayInputStream(body));
  }
}
