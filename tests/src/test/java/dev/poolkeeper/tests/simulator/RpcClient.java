package dev.poolkeeper.tests.simulator;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A plain client of JSON-RPC and HTTP, with nothing but the JDK. */
final class RpcClient implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private int id;

  private RpcClient(String url, SimulatorTls tls, String endpoint) {
    socket =
        http(tls)
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(url.replaceFirst("^http", "ws") + "/api/" + endpoint), new Listener())
            .join();
  }

  static RpcClient connect(String url, SimulatorTls tls) {
    return connect(url, tls, "current");
  }

  static RpcClient connect(String url, SimulatorTls tls, String endpoint) {
    return new RpcClient(url, tls, endpoint);
  }

  static RpcClient loggedIn(TrueNasSimulator nas, SimulatorTls tls) {
    return loggedIn(nas, tls, nas.apiKey());
  }

  static RpcClient loggedIn(TrueNasSimulator nas, SimulatorTls tls, String key) {
    RpcClient client = connect(nas.httpsUrl(), tls);
    client.call("auth.login_with_api_key", "[\"" + key + "\"]");
    return client;
  }

  static HttpClient http(SimulatorTls tls) {
    return HttpClient.newBuilder().sslContext(context(tls)).build();
  }

  static SSLContext context(SimulatorTls tls) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "ca",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(
                      tls.caPem().getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpResponse<String> get(HttpClient client, String url, String key) throws Exception {
    return send(client, "GET", url, key, "");
  }

  static HttpResponse<String> send(
      HttpClient client, String verb, String url, String key, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .method(
                verb,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a call and waits for the next message. */
  JsonNode call(String method, String params) {
    send(method, params);
    return next();
  }

  JsonNode result(String method, String params) {
    JsonNode reply = call(method, params);
    if (!reply.has("result")) {
      throw new AssertionError(reply.toString());
    }
    return reply.path("result");
  }

  int send(String method, String params) {
    id++;
    raw(
        "{\"jsonrpc\":\"2.0\",\"id\":"
            + id
            + ",\"method\":\""
            + method
            + "\",\"params\":"
            + params
            + "}");
    return id;
  }

  void raw(String text) {
    socket.sendText(text, true).join();
  }

  void binary() {
    socket.sendBinary(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
  }

  /** The next message, with pings until it comes. */
  JsonNode nextWhilePinging() throws InterruptedException {
    for (int i = 0; i < 10 * PATIENCE_SECONDS; i++) {
      String text = received.poll(100, TimeUnit.MILLISECONDS);
      if (text != null) {
        return Trees.parse(text);
      }
      socket.sendPing(java.nio.ByteBuffer.wrap(new byte[] {1})).join();
    }
    throw new AssertionError("no message within " + PATIENCE_SECONDS + " s");
  }

  JsonNode next() {
    return Trees.parse(nextText());
  }

  /** The next message, or {@code close CODE} or {@code error} when the connection ended. */
  String nextText() {
    try {
      String text = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("no message within " + PATIENCE_SECONDS + " s");
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      received.add("close " + code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      received.add("error");
    }
  }
}
