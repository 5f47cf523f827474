package dev.poolkeeper.tests.simulator;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two open ports, one with TLS and one without, until closed. */
final class Serving implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final Vertx vertx;
  private final HttpServer secure;
  private final HttpServer plain;

  private Serving(Vertx vertx, HttpServer secure, HttpServer plain) {
    this.vertx = vertx;
    this.secure = secure;
    this.plain = plain;
  }

  /** Opens both ports on the loopback address; 0 is any free one. */
  static Serving open(Vertx vertx, SimulatorTls tls, int port, Handler<HttpServerRequest> handler) {
    HttpServerOptions options =
        new HttpServerOptions().setHost("127.0.0.1").setMaxInitialLineLength(1 << 16);
    HttpServer secure =
        vertx
            .createHttpServer(
                new HttpServerOptions(options)
                    .setPort(port)
                    .setSsl(true)
                    .setKeyCertOptions(tls.serverKey()))
            .requestHandler(handler);
    HttpServer plain =
        vertx.createHttpServer(new HttpServerOptions(options).setPort(0)).requestHandler(handler);
    return new Serving(vertx, await(secure.listen()), await(plain.listen()));
  }

  static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(20)
            .setInternalBlockingPoolSize(2)
            .setBlockedThreadCheckInterval(3_600_000));
  }

  int securePort() {
    return secure.actualPort();
  }

  int plainPort() {
    return plain.actualPort();
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  /** Writes a whole body of known length. */
  static void send(HttpServerRequest request, Chunks body) {
    request.response().putHeader("Content-Length", Long.toString(body.length()));
    if (request.method().name().equals("HEAD")) {
      request.response().end();
      return;
    }
    for (Buffer buffer : body.all()) {
      request.response().write(buffer);
    }
    request.response().end();
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new CompletionException(e);
    }
  }
}
