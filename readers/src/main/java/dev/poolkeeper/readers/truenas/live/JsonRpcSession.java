package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.source.CallWatch;
import dev.poolkeeper.readers.source.SourceContract;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC 2.0 over a WebSocket: TrueNAS 25.04 and newer. */
final class JsonRpcSession implements NasSession {

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final String PATH = "/api/current";
  private static final Duration SEND = Duration.ofSeconds(30);

  private final WebSocketLine line;
  private final Questions questions;
  private long lastId;
  private boolean inTheMiddle;

  private JsonRpcSession(WebSocketLine line, Questions questions) {
    this.line = line;
    this.questions = questions;
  }

  /** Connects, without logging in. */
  static JsonRpcSession connect(
      HttpClient http, URI url, Duration callTimeout, Questions questions) {
    URI socket = URI.create("wss://" + url.getRawAuthority() + PATH);
    Duration connect = callTimeout.compareTo(CONNECT) < 0 ? callTimeout : CONNECT;
    return questions
        .http("GET", PATH)
        .observe(
            () -> {
              try {
                return new JsonRpcSession(
                    WebSocketLine.open(http, socket, connect, callTimeout), questions);
              } catch (IOException failure) {
                throw questions.broken("connecting", failure);
              }
            });
  }

  @Override
  public boolean usable() {
    return !inTheMiddle;
  }

  @Override
  public String api() {
    return "JSON-RPC";
  }

  @Override
  public boolean ask(NasCall call, RowFormat format, RowSink rows) {
    Observation observed = questions.jsonRpc(call.method());
    return observed.observe(() -> ask(call, format, rows, observed));
  }

  private boolean ask(NasCall call, RowFormat format, RowSink rows, Observation observed) {
    long id = ++lastId;
    inTheMiddle = true;
    try {
      TextAnswer answer = line.ask(request(call, id), SEND);
      while (true) {
        Envelope envelope = read(answer, call, format, rows);
        answer.close();
        if (envelope.notification) {
          answer = line.next();
          continue;
        }
        inTheMiddle = false;
        envelope.tell(observed);
        return envelope.judge(call, id);
      }
    } catch (IOException | JacksonException failure) {
      throw questions.broken(call.method(), failure);
    }
  }

  @Override
  public JsonNode change(NasCall call) {
    Observation observed = questions.jsonRpc(call.method());
    return observed.observe(() -> change(call, observed));
  }

  private JsonNode change(NasCall call, Observation observed) {
    String where = questions.where(call.method());
    long id = ++lastId;
    inTheMiddle = true;
    KeptAnswer kept = new KeptAnswer();
    try {
      TextAnswer answer = line.ask(request(call, id), SEND);
      while (true) {
        Envelope envelope = read(answer, call, KeptAnswer::stream, kept);
        answer.close();
        if (envelope.notification) {
          answer = line.next();
          continue;
        }
        inTheMiddle = false;
        envelope.tell(observed);
        return envelope.judgeChange(where, id, kept);
      }
    } catch (IOException | JacksonException | SourceContract failure) {
      throw ChangeFailures.broken(where, failure);
    }
  }

  private static String request(NasCall call, long id) {
    ObjectNode request = Json.object();
    request.put("jsonrpc", "2.0");
    request.put("id", id);
    request.put("method", call.method());
    call.params().forEach(request.putArray("params")::add);
    return request.toString();
  }

  private Envelope read(TextAnswer answer, NasCall call, RowFormat format, RowSink rows) {
    Envelope envelope = new Envelope();
    try (JsonParser parser = Json.parser(answer)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw envelope.unexpected(call, "no JSON-RPC answer");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        envelope.take(name, parser, format, rows);
      }
    }
    return envelope;
  }

  /** What stands around a result. The result itself is streamed on as it comes. */
  private final class Envelope {

    private boolean answered;
    private boolean notification;
    private @Nullable JsonNode error;
    private @Nullable JsonNode id;

    void take(String name, JsonParser parser, RowFormat format, RowSink rows) {
      switch (name) {
        case "result" -> {
          answered = true;
          format.stream(parser, rows);
        }
        case "error" -> error = Json.value(parser);
        case "id" -> id = Json.value(parser);
        case "method" -> notification = true;
        default -> parser.skipChildren();
      }
    }

    /** Only the code: what the system says of an error may name objects. */
    void tell(Observation observed) {
      if (error != null && !error.isNull()) {
        CallWatch.refused(observed, error.path("code").asString("unknown"));
      }
    }

    boolean judge(NasCall call, long asked) {
      if (error != null && !error.isNull()) {
        if (NasErrors.noSuchMethod(error)) {
          return false;
        }
        throw NasErrors.of(questions.where(call.method()), error);
      }
      if (!answered || id == null || id.asLong(-1) != asked) {
        throw unexpected(call, "an answer to another question");
      }
      return true;
    }

    JsonNode judgeChange(String where, long asked, KeptAnswer kept) {
      if (error != null && !error.isNull()) {
        throw ChangeFailures.of(where, error);
      }
      if (!answered || id == null || id.asLong(-1) != asked) {
        throw ChangeFailures.unknown(where, "an answer to another call came");
      }
      return kept.answer();
    }

    SourceContract unexpected(NasCall call, String seen) {
      return new SourceContract(
          questions.where(call.method()),
          seen,
          "see whether the URL leads to the TrueNAS itself, past any proxy",
          null);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
