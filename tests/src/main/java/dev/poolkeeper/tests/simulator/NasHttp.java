package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What answers on the appliance's ports: probes, the opening of WebSockets, REST and the UI. */
final class NasHttp {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String UI =
      "<!doctype html><html><head><title>TrueNAS</title></head><body><ix-root></ix-root></body></html>";

  private final Appliance appliance;
  private final Vertx vertx;
  private final RestApi rest;
  private final String bootId = UUID.randomUUID().toString();

  NasHttp(Appliance appliance, Vertx vertx) {
    this.appliance = appliance;
    this.vertx = vertx;
    this.rest = new RestApi(appliance, vertx);
  }

  void handle(HttpServerRequest request) {
    String path = request.path() == null ? "/" : request.path();
    Generation generation = appliance.generation();
    if (path.equals("/api/versions")) {
      probe(request);
    } else if (path.equals("/api/boot_id") && generation.atLeast(Generation.GOLDEYE_25_10)) {
      json(request, '"' + bootId + '"');
    } else if (path.startsWith("/api/v2.0/") && generation.speaksRest()) {
      rest.handle(request, path.substring("/api/v2.0".length()));
    } else if (path.startsWith("/api/") && generation.speaksJsonRpc()) {
      connect(request, path.substring("/api/".length()));
    } else if (path.startsWith("/api/") && generation == Generation.ELECTRIC_EEL_24_10) {
      // seen with 24.10.2.4: the handshake is sent to the UI
      request.response().setStatusCode(302).putHeader("Location", "/ui/").end();
    } else if (path.startsWith("/api/") || path.equals("/websocket")) {
      notFound(request);
    } else {
      html(request, 200, UI);
    }
  }

  private void probe(HttpServerRequest request) {
    Generation generation = appliance.generation();
    Optional<Fault> fault = appliance.faults().next(Faults.PROBE);
    if (fault.isPresent()) {
      new HttpFault(request, vertx, appliance.pace()).replace(fault.get());
    } else if (generation.speaksJsonRpc()) {
      json(request, Trees.texts(generation.apiVersions()).toString());
    } else if (generation == Generation.CORE_13) {
      html(request, 200, UI);
    } else {
      notFound(request);
    }
  }

  private void connect(HttpServerRequest request, String endpoint) {
    Optional<Fault> fault = appliance.faults().next(Faults.CONNECT);
    String key = request.getHeader("Sec-WebSocket-Key");
    if (fault.isPresent()) {
      new HttpFault(request, vertx, appliance.pace()).replace(fault.get());
    } else if (!endpoint.equals("current")
        && !appliance.generation().apiVersions().contains(endpoint)) {
      notFound(request);
    } else if (key == null) {
      request.response().setStatusCode(400).end("No WebSocket UPGRADE hdr: None");
    } else {
      boolean secure = request.isSSL();
      request
          .response()
          .putHeader(HttpHeaders.UPGRADE, "websocket")
          .putHeader(HttpHeaders.CONNECTION, "Upgrade")
          .putHeader("Sec-WebSocket-Accept", accept(key));
      request
          .toNetSocket()
          .onSuccess(socket -> new RpcSession(appliance, vertx, socket, secure, endpoint));
    }
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void json(HttpServerRequest request, String body) {
    request.response().putHeader("Content-Type", "application/json; charset=utf-8").end(body);
  }

  static void notFound(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end("404: Not Found");
  }

  private static void html(HttpServerRequest request, int status, String page) {
    request.response().setStatusCode(status).putHeader("Content-Type", "text/html").end(page);
  }
}
