package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** REST v2.0. */
final class RestApi {

  private static final String BEARER = "Bearer ";

  private final Appliance appliance;
  private final Vertx vertx;

  /** A status with its body. */
  private record Reply(int status, String type, Chunks body) {}

  RestApi(Appliance appliance, Vertx vertx) {
    this.appliance = appliance;
    this.vertx = vertx;
  }

  void handle(HttpServerRequest request, String path) {
    String verb = request.method().name();
    Optional<RestRoute> route = RestRoute.of(verb, path, appliance.methods());
    request
        .body()
        .onSuccess(
            body -> {
              String method = route.map(RestRoute::method).orElse("");
              appliance.note(method.isEmpty() ? verb + " " + path : method);
              Optional<Fault> fault = appliance.faults().next(method);
              HttpFault broken = new HttpFault(request, vertx, appliance.pace());
              if (fault.isPresent() && !HttpFault.spoilsAnswer(fault.get())) {
                broken.replace(fault.get());
                return;
              }
              Runnable work = () -> answer(request, route, body.toString(), fault, broken);
              long delay = fault.map(Fault::delay).orElse(Duration.ZERO).toMillis();
              if (delay > 0) {
                vertx.setTimer(delay, timer -> work.run());
              } else {
                work.run();
              }
            });
  }

  private void answer(
      HttpServerRequest request,
      Optional<RestRoute> route,
      String body,
      Optional<Fault> fault,
      HttpFault broken) {
    vertx
        .executeBlocking(() -> reply(request, route, body, fault), false)
        .onComplete(
            done -> {
              if (done.failed()) {
                request.response().setStatusCode(500).end(String.valueOf(done.cause()));
                return;
              }
              Reply reply = done.result();
              request.response().setStatusCode(reply.status());
              request.response().putHeader("Content-Type", reply.type());
              broken.send(reply.body(), fault);
            });
  }

  private Reply reply(
      HttpServerRequest request, Optional<RestRoute> route, String body, Optional<Fault> fault) {
    String header = request.getHeader("Authorization");
    String key =
        header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    Optional<Rights> rights = appliance.accounts().rightsOf(key);
    if (rights.isEmpty()) {
      return text(401, key.isEmpty() ? "" : "Invalid API key");
    }
    if (route.isEmpty()) {
      return text(404, "404: Not Found");
    }
    if (!mayUse(rights.get(), request.method().name(), route.get())) {
      return text(403, "403: Forbidden");
    }
    try {
      return appliance.call(
          rights.get(),
          route.get().method(),
          params(request, route.get(), body),
          answer -> json(RpcFault.shortened(answer, fault)));
    } catch (CallFailure failure) {
      return failed(route.get(), failure);
    } catch (IllegalArgumentException | JacksonException failure) {
      ObjectNode message = Trees.object().put("message", String.valueOf(failure.getMessage()));
      return json(500, message.put("traceback", TrueNasSimulator.PLANTED_SECRET));
    }
  }

  /** From 25.04 on only the full administrator's allow-list has REST verbs in it. */
  private boolean mayUse(Rights rights, String verb, RestRoute route) {
    if (rights == Rights.FULL_ADMIN) {
      return true;
    }
    return !appliance.generation().atLeast(Generation.FANGTOOTH_25_04)
        && (verb.equals("GET") || rights == Rights.EXECUTOR || route.asksOneRow());
  }

  private JsonNode params(HttpServerRequest request, RestRoute route, String body) {
    if (route.id().isEmpty() && request.method().name().equals("GET")) {
      return RestQuery.of(appliance.generation(), route.method(), request.params(), body);
    }
    JsonNode content = body.isBlank() ? Trees.object() : Trees.parse(body);
    ArrayNode params = Trees.array();
    JsonNode id = id(route);
    if (route.id().isEmpty()) {
      return params.add(content);
    }
    if (!route.method().endsWith(".query")) {
      return params.add(id).add(content);
    }
    if (request.method().name().equals("GET")) {
      params.addArray().addArray().add("id").add("=").add(id);
      params.addObject().put("get", true);
      return params;
    }
    return params.add(id).add(content);
  }

  private static JsonNode id(RestRoute route) {
    return route.id().matches("\\d{1,18}") ? Trees.parse(route.id()) : Trees.text(route.id());
  }

  private Reply json(Answer answer) {
    Chunks chunks = new Chunks();
    try (JsonGenerator generator = Trees.MAPPER.createGenerator(chunks)) {
      answer.write(generator);
    }
    boolean core = appliance.generation() == Generation.CORE_13;
    return new Reply(
        200, core ? "text/plain; charset=utf-8" : "application/json; charset=utf-8", chunks);
  }

  private static Reply json(int status, JsonNode body) {
    return new Reply(status, "application/json; charset=utf-8", Chunks.of(body.toString()));
  }

  private static Reply text(int status, String body) {
    return new Reply(status, "text/plain; charset=utf-8", Chunks.of(body));
  }

  private Reply failed(RestRoute route, CallFailure failure) {
    Generation generation = appliance.generation();
    if (failure.reason().equals("MatchNotFound()")) {
      return json(404, Trees.object().put("message", ""));
    }
    if (failure.errno() == Errno.EACCES) {
      return text(403, "403: Forbidden");
    }
    if (failure.complaints().isEmpty()) {
      ObjectNode body =
          Trees.object().put("message", "[" + failure.errno() + "] " + failure.reason());
      return json(422, body.put("errno", generation.errno(failure.errno())));
    }
    ObjectNode body = Trees.object();
    for (CallFailure.Complaint complaint : failure.complaints()) {
      if (complaint.errno() == Errno.ENOENT && !generation.atLeast(Generation.ELECTRIC_EEL_24_10)) {
        body.put("message", complaint.message());
        return json(
            500, body.put("traceback", route.method() + ": " + TrueNasSimulator.PLANTED_SECRET));
      }
      body.putArray(complaint.attribute())
          .addObject()
          .put("message", complaint.message())
          .put("errno", generation.errno(complaint.errno()));
    }
    return json(422, body);
  }
}
