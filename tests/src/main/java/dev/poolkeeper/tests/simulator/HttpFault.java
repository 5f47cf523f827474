package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Faults as they look over HTTP. */
record HttpFault(HttpServerRequest request, Vertx vertx, Pace pace) {

  private static final String PAGE =
      "<html><head><title>%1$d</title></head><body><center><h1>%1$d</h1></center>nginx</body></html>";

  /** Does the fault instead of an answer. */
  void replace(Fault fault) {
    switch (fault.kind()) {
      case STALL -> stall(fault);
      case GARBAGE -> request.response().end("\u0000\u0001 this is no JSON {]");
      case HTML -> html(fault.status());
      case SILENCE -> vertx.setTimer(pace.proxyTimeout().toMillis(), timer -> html(504));
      case PRETEND -> request.response().end(fault.text());
      case MISSING -> NasHttp.notFound(request);
      case ERROR ->
          request.response().setStatusCode(500).end("{\"message\":\"" + fault.reason() + "\"}");
      case STATUS -> status(fault);
      default -> request.connection().close();
    }
  }

  private void stall(Fault fault) {
    if (!fault.isForever()) {
      vertx.setTimer(Math.max(1, fault.delay().toMillis()), timer -> html(504));
    }
  }

  private void html(int status) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html")
        .end(PAGE.formatted(status));
  }

  private void status(Fault fault) {
    request.response().setStatusCode(fault.status());
    if (!fault.delay().isZero()) {
      request.response().putHeader("Retry-After", Long.toString(fault.delay().toSeconds()));
    }
    request.response().end("status " + fault.status());
  }

  /** Whether a fault needs the real answer, which is then spoiled. */
  static boolean spoilsAnswer(Fault fault) {
    return switch (fault.kind()) {
      case DROP_MIDWAY, CUT_SHORT, HALF_LIST, EMPTY_LIST -> true;
      case STALL -> !fault.isForever();
      default -> false;
    };
  }

  /** Sends an answer, whole or not. */
  void send(Chunks body, Optional<Fault> fault) {
    Fault.Kind kind = fault.map(Fault::kind).orElse(Fault.Kind.STALL);
    if (kind == Fault.Kind.DROP_MIDWAY) {
      request.response().putHeader("Content-Length", Long.toString(body.length()));
      body.first(body.length() / 2).forEach(buffer -> request.response().write(buffer));
      request
          .response()
          .write(io.vertx.core.buffer.Buffer.buffer())
          .onComplete(sent -> request.connection().close());
    } else if (kind == Fault.Kind.CUT_SHORT) {
      Chunks part = new Chunks();
      body.first(body.length() / 2)
          .forEach(buffer -> part.write(buffer.getBytes(), 0, buffer.length()));
      Serving.send(request, part);
    } else {
      Serving.send(request, body);
    }
  }
}
