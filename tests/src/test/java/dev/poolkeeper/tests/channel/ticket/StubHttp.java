package dev.poolkeeper.tests.channel.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A server that answers as a stub says, unless a fault is due. */
public final class StubHttp implements AutoCloseable {

  /** One request. */
  public record Request(
      String method, String path, Map<String, String> query, String authorization, String body) {

    /** {@code GET /rest/api/3/myself}. */
    public String line() {
      return method + " " + path;
    }
  }

  /** One answer. */
  public record Answer(int status, String body, Map<String, String> headers) {

    public static Answer of(int status, String body) {
      return new Answer(status, body, Map.of());
    }
  }

  /** What goes wrong. */
  public enum Way {
    /** The answer is another, and nothing is done. */
    INSTEAD,
    /** All is done, and the answer is another. */
    AFTERWARDS,
    /** All is done, and the connection breaks. */
    DROP_AFTERWARDS
  }

  /**
   * @param line regular expression of the request's line
   */
  private record Fault(String line, Way way, Answer answer) {}

  private static final Answer NONE = Answer.of(500, "");

  private final HttpServer server;
  private final Function<Request, Answer> stub;
  private final List<Request> requests = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private int dropAt = -1;

  /**
   * @param stub is asked from one thread at a time
   */
  public StubHttp(Function<Request, Answer> stub) {
    this.stub = stub;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next request of that line fails once. */
  public void fail(String line, Way way, Answer answer) {
    faults.add(new Fault(line, way, answer));
  }

  /** The request after so many others is done, and its answer gets lost. */
  public void dropAfter(int others) {
    dropAt = requests.size() + others;
  }

  /** What was asked so far, and forgets it. */
  public synchronized List<String> lines() {
    List<String> lines = requests.stream().map(Request::line).toList();
    requests.clear();
    dropAt = -1;
    return lines;
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = request(exchange);
      boolean drop = requests.size() == dropAt;
      requests.add(request);
      Optional<Fault> fault =
          faults.stream().filter(f -> request.line().matches(f.line())).findFirst();
      fault.ifPresent(faults::remove);
      Way way = fault.map(Fault::way).orElse(drop ? Way.DROP_AFTERWARDS : Way.AFTERWARDS);
      Answer usual = way == Way.INSTEAD ? NONE : stub.apply(request);
      if (way != Way.DROP_AFTERWARDS) {
        send(exchange, fault.map(Fault::answer).orElse(usual));
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static Request request(HttpExchange exchange) throws IOException {
    Map<String, String> query = new TreeMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&", -1))) {
      List<String> parts = List.of(pair.split("=", 2));
      query.put(parts.get(0), parts.size() < 2 ? "" : URLDecoder.decode(parts.get(1), UTF_8));
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query,
        authorization == null ? "" : authorization,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
