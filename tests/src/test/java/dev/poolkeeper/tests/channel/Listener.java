package dev.poolkeeper.tests.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP endpoint that keeps what it is sent, and answers as it is told. */
final class Listener implements AutoCloseable {

  /** What came, headers by lower-case name. */
  record Heard(String method, String path, Map<String, String> headers, String body) {}

  /**
   * An answer.
   *
   * @param status 0: none, the connection is cut
   */
  record Reply(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final List<Heard> heard = new ArrayList<>();
  private final Deque<Reply> script = new ArrayDeque<>();

  private Listener(HttpServer server) {
    this.server = server;
  }

  static Listener start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Listener listener = new Listener(server);
    server.createContext("/", listener::answer);
    server.start();
    return listener;
  }

  /** What the next requests are answered; after them 204. */
  synchronized void script(Reply... replies) {
    script.addAll(List.of(replies));
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    heard.add(
        new Heard(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Reply reply = script.isEmpty() ? new Reply(204, Map.of(), "") : script.remove();
    if (reply.status() > 0) {
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
