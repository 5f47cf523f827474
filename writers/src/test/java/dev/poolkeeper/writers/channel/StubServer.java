package dev.poolkeeper.writers.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.http.HttpPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** An HTTP server that answers as it is told, and remembers what it was asked. */
public final class StubServer implements AutoCloseable {

  /** What was asked; names of headers are in small letters. */
  public record Asked(String method, String path, Map<String, String> headers, String body) {}

  /** What is answered; a status of 0 breaks the connection. */
  public record Said(int status, String body, Map<String, String> headers) {

    public Said(int status, String body) {
      this(status, body, Map.of());
    }
  }

  private final HttpServer server;
  private final Function<Asked, Said> behaviour;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

  public StubServer(Function<Asked, Said> behaviour) {
    this.behaviour = behaviour;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      Asked one =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      asked.add(one);
      Said said = behaviour.apply(one);
      if (said.status() == 0) {
        return;
      }
      byte[] body = said.body().getBytes(UTF_8);
      said.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** To this server. */
  public HttpCaller caller() {
    return caller(url());
  }

  /** To any. */
  public static HttpCaller caller(URI url) {
    return new HttpCaller(
        new HttpPlace(url, true, Optional.empty(), Optional.empty(), Duration.ofSeconds(30)),
        CallContext.unobserved(Clock.systemUTC()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
