package dev.poolkeeper.readers.kubernetes.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poolkeeper.readers.source.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A hand-written API server: what it answers is laid out path by path, the last answer for good.
 */
final class FakeApiServer implements AutoCloseable {

  static final String TOKEN = "token-of-a-test";

  private final HttpServer server;
  private final String scheme;
  private final Optional<TestCertificate> certificate;
  private final Map<String, Queue<Reply>> replies = new HashMap<>();
  private final Map<String, Function<String, String>> answers = new HashMap<>();
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  record Reply(int code, Map<String, String> headers, String body, int cutAfter) {}

  private FakeApiServer(HttpServer server, Optional<TestCertificate> certificate) {
    this.server = server;
    this.certificate = certificate;
    this.scheme = certificate.isPresent() ? "https" : "http";
  }

  static FakeApiServer plain() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeApiServer fake = new FakeApiServer(server, Optional.empty());
    server.createContext("/", fake::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return fake.withDiscovery();
  }

  static FakeApiServer tls(TestCertificate certificate) throws Exception {
    FakeApiServer[] fake = new FakeApiServer[1];
    HttpServer server = certificate.serve(exchange -> fake[0].answer(exchange));
    fake[0] = new FakeApiServer(server, Optional.of(certificate));
    return fake[0].withDiscovery();
  }

  /** The groups that every cluster serves. */
  private FakeApiServer withDiscovery() {
    return on("/version", "{\"major\": \"1\", \"minor\": \"34\", \"gitVersion\": \"v1.34.2\"}")
        .groups("apps/v1", "batch/v1", "storage.k8s.io/v1")
        .resources("apps/v1", "deployments", "daemonsets", "statefulsets", "deployments/scale")
        .resources("batch/v1", "jobs", "cronjobs")
        .resources(
            "storage.k8s.io/v1",
            "storageclasses",
            "csidrivers",
            "csinodes",
            "csistoragecapacities",
            "volumeattachments");
  }

  FakeApiServer groups(String... versions) {
    replies.remove("/apis");
    StringBuilder groups = new StringBuilder();
    for (String version : versions) {
      groups
          .append(groups.isEmpty() ? "" : ", ")
          .append("{\"versions\": [{\"groupVersion\": \"%s\"}]}".formatted(version));
    }
    return on("/apis", "{\"kind\": \"APIGroupList\", \"groups\": [" + groups + "]}");
  }

  FakeApiServer resources(String version, String... names) {
    StringBuilder resources = new StringBuilder();
    for (String name : names) {
      resources
          .append(resources.isEmpty() ? "" : ", ")
          .append("{\"name\": \"%s\"}".formatted(name));
    }
    return on(
        "/apis/" + version, "{\"kind\": \"APIResourceList\", \"resources\": [" + resources + "]}");
  }

  FakeApiServer on(String path, String body) {
    return on(path, 200, body);
  }

  FakeApiServer on(String path, int code, String body) {
    return on(path, new Reply(code, Map.of(), body, -1));
  }

  /** Answers are given in the order they are laid out. */
  FakeApiServer on(String path, Reply reply) {
    replies.computeIfAbsent(path, p -> new ArrayDeque<>()).add(reply);
    return this;
  }

  /** An answer that depends on the body of the request. */
  FakeApiServer answering(String path, Function<String, String> answer) {
    answers.put(path, answer);
    return this;
  }

  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  /** What was asked so far, {@code GET /version}. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** A list of an API server; the token is empty on the last page. */
  static String page(String kind, String token, String... items) {
    return """
    {"kind": "%sList", "apiVersion": "v1", "metadata": {"resourceVersion": "7"%s}, "items": [%s]}"""
        .formatted(
            kind,
            token.isEmpty() ? "" : ", \"continue\": \"" + token + "\", \"remainingItemCount\": 1",
            String.join(", ", items));
  }

  static String named(String name) {
    return "{\"metadata\": {\"name\": \"%s\", \"uid\": \"uid-%s\"}}".formatted(name, name);
  }

  static String status(int code, String reason, String message) {
    return """
    {"kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "%s", "reason": "%s",
     "code": %d}"""
        .formatted(message.replace("\"", "\\\""), reason, code);
  }

  /** A kubeconfig with one context prod-a that leads here and believes the server's authority. */
  Path kubeconfig(Path directory) throws Exception {
    String trust =
        certificate.isPresent()
            ? "certificate-authority-data: "
                + Base64.getEncoder()
                    .encodeToString(
                        certificate.get().authorityPem().getBytes(StandardCharsets.UTF_8))
            : "";
    return kubeconfig(directory, scheme + "://localhost:" + port(), trust);
  }

  static Path kubeconfig(Path directory, String server, String trust) throws IOException {
    return Files.writeString(
        Files.createTempFile(directory, "kubeconfig", ".yaml"),
        """
        apiVersion: v1
        kind: Config
        current-context: prod-a
        clusters:
        - name: c
          cluster:
            server: %s
            %s
        users:
        - name: u
          user: {token: %s}
        contexts:
        - name: prod-a
          context: {cluster: c, user: u}
        """
            .formatted(server, trust, TOKEN));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
          .ifPresent(authorizations::add);
      String target = exchange.getRequestURI().toString();
      requests.add(exchange.getRequestMethod() + " " + target);
      Reply reply = reply(target, asked);
      Headers headers = exchange.getResponseHeaders();
      reply.headers().forEach(headers::set);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      if (reply.cutAfter() >= 0) {
        exchange.sendResponseHeaders(reply.code(), body.length);
        exchange.getResponseBody().write(body, 0, reply.cutAfter());
        exchange.getResponseBody().flush();
      } else {
        exchange.sendResponseHeaders(reply.code(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private synchronized Reply reply(String target, String asked) {
    String path = target.replaceFirst("\\?.*", "");
    Function<String, String> answer = answers.get(path);
    if (answer != null) {
      return new Reply(200, Map.of(), answer.apply(asked), -1);
    }
    Queue<Reply> queue = replies.getOrDefault(target, replies.get(path));
    if (queue == null) {
      return new Reply(404, Map.of(), "404 page not found", -1);
    }
    Reply reply = queue.size() > 1 ? queue.remove() : queue.peek();
    if (reply == null) {
      throw new UncheckedIOException(new IOException("nothing laid out for " + path));
    }
    return reply;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
