package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.source.CallWatch;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TransportFailure;
import io.micrometer.observation.Observation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * REST v2.0: CORE 13 and SCALE up to 24.10. A query is a GET whose filters and options are its
 * body, the one form that every release takes.
 */
final class RestSession implements NasSession {

  private static final int PLENTY = 1 << 16;

  private final HttpClient http;
  private final URI url;
  private final Secret key;
  private final Duration callTimeout;
  private final Questions questions;

  RestSession(HttpClient http, NasAccess access, Questions questions) {
    this.http = http;
    this.url = access.url();
    this.key = access.apiKey();
    this.callTimeout = access.callTimeout();
    this.questions = questions;
  }

  @Override
  public boolean usable() {
    return true;
  }

  @Override
  public String api() {
    return "REST v2.0";
  }

  @Override
  public boolean ask(NasCall call, RowFormat format, RowSink rows) {
    RestRequest request = RestRequest.of(call);
    Observation observed = questions.http(request.verb(), request.template());
    return observed.observe(() -> ask(call, format, rows, observed));
  }

  private boolean ask(NasCall call, RowFormat format, RowSink rows, Observation observed) {
    try {
      HttpResponse<InputStream> response =
          Waiting.on(
              http.sendAsync(request(call), head -> new ByteAnswer(callTimeout)), callTimeout);
      CallWatch.answered(observed, response.statusCode());
      try (InputStream body = new BufferedInputStream(response.body(), PLENTY)) {
        RestAnswer answer = RestAnswer.of(response, body);
        if (answer.noSuchPath()) {
          return false;
        }
        answer.failure(questions.where(call.method())).ifPresent(RestSession::fail);
        stream(body, format, rows);
        return true;
      }
    } catch (IOException | JacksonException failure) {
      throw questions.broken(call.method(), failure);
    }
  }

  @Override
  public JsonNode change(NasCall call) {
    RestRequest request = RestRequest.of(call);
    Observation observed = questions.http(request.verb(), request.template());
    return observed.observe(() -> change(call, observed));
  }

  private JsonNode change(NasCall call, Observation observed) {
    String where = questions.where(call.method());
    HttpResponse<String> response;
    try {
      response = Waiting.on(http.sendAsync(request(call), BodyHandlers.ofString()), callTimeout);
    } catch (IOException failure) {
      if (TransportFailure.of(where, questions.peer(), failure).connecting()) {
        throw ChangeFailures.ofQuestion(questions.broken(call.method(), failure));
      }
      throw ChangeFailures.broken(where, failure);
    }
    CallWatch.answered(observed, response.statusCode());
    return RestChange.of(where, response.statusCode(), response.body());
  }

  private HttpRequest request(NasCall call) {
    RestRequest request = RestRequest.of(call);
    return HttpRequest.newBuilder(url.resolve(request.path()))
        .header("Authorization", "Bearer " + key.value())
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .method(request.verb(), body(request.body()))
        .build();
  }

  private static BodyPublisher body(String body) {
    return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }

  private static void stream(InputStream body, RowFormat format, RowSink rows) {
    try (JsonParser parser = Json.parser(body)) {
      if (parser.nextToken() == null) {
        rows.unreadable("", "an empty answer", "");
        return;
      }
      format.stream(parser, rows);
      if (parser.streamReadContext().inRoot() && parser.nextToken() != null) {
        rows.unreadable("", "something after the end of the answer", "");
      }
    }
  }

  @Override
  public void close() {
    // the client keeps its connections for the next question
  }
}
