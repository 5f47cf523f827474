package dev.poolkeeper.tests.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** What answers on the API server's port. */
final class KubernetesHttp {

  private final ClusterState state;
  private final KubernetesDiscovery discovery;
  private final KubeletStats stats;
  private final AccessReviews reviews;
  private final Faults faults;
  private final KubernetesChanges changes;
  private final KubernetesLeases leases;
  private final Tokens tokens;
  private final Vertx vertx;
  private final List<String> calls = new ArrayList<>();
  private final Set<String> rights = ConcurrentHashMap.newKeySet();

  /** Who may read, and who may change as well. */
  record Tokens(String reader, String executor) {}

  KubernetesHttp(
      ClusterState state, KubeletStats stats, Tokens tokens, Faults faults, Vertx vertx) {
    this.state = state;
    this.discovery = new KubernetesDiscovery(state);
    this.stats = stats;
    this.reviews = new AccessReviews(faults);
    this.tokens = tokens;
    this.changes = new KubernetesChanges(state);
    this.leases = new KubernetesLeases(state);
    this.faults = faults;
    this.vertx = vertx;
  }

  List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  Set<String> rights() {
    return Set.copyOf(rights);
  }

  void handle(HttpServerRequest request) {
    request
        .response()
        .putHeader(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(faults.clockOffset()).atOffset(ZoneOffset.UTC)));
    KubernetesPath path = KubernetesPath.of(request.path());
    path.right(request.method().name()).ifPresent(rights::add);
    synchronized (calls) {
      calls.add(path.subject());
    }
    boolean continued = !request.getParam("continue", "").isEmpty();
    Optional<Fault> fault =
        faults.next(continued ? Faults.nextPage(path.subject()) : path.subject());
    if (fault.isPresent() && !HttpFault.spoilsAnswer(fault.get())) {
      replace(request, path, fault.get());
      return;
    }
    long delay = fault.map(Fault::delay).orElse(Duration.ZERO).toMillis();
    request
        .body()
        .onSuccess(
            body -> {
              if (delay > 0) {
                vertx.setTimer(delay, timer -> answer(request, path, body.toString(), fault));
              } else {
                answer(request, path, body.toString(), fault);
              }
            });
  }

  private void replace(HttpServerRequest request, KubernetesPath path, Fault fault) {
    if (fault.kind() == Fault.Kind.STATUS) {
      if (!fault.delay().isZero()) {
        request.response().putHeader("Retry-After", Long.toString(fault.delay().toSeconds()));
      }
      send(request, KubernetesStatus.of(fault.status(), path.plural()), Optional.empty());
    } else if (fault.kind() == Fault.Kind.MISSING) {
      send(request, KubernetesStatus.of(404, path.plural()), Optional.empty());
    } else if (fault.kind() == Fault.Kind.ERROR) {
      send(request, KubernetesStatus.of(500, path.plural()), Optional.empty());
    } else {
      new HttpFault(request, vertx, Pace.quick()).replace(fault);
    }
  }

  private void answer(
      HttpServerRequest request, KubernetesPath path, String body, Optional<Fault> fault) {
    String header = request.getHeader("Authorization");
    boolean executor = ("Bearer " + tokens.executor()).equals(header);
    if (!executor && !("Bearer " + tokens.reader()).equals(header)) {
      send(request, KubernetesStatus.of(401, ""), Optional.empty());
      return;
    }
    send(request, reply(request, path, body, fault, executor), fault);
  }

  private KubernetesStatus reply(
      HttpServerRequest request,
      KubernetesPath path,
      String body,
      Optional<Fault> fault,
      boolean executor) {
    String verb = request.method().name();
    if (verb.equals("POST") && isReview(path)) {
      return reviews.review(path.plural(), body, executor);
    }
    if (!verb.equals("GET") && path.plural().equals(KubernetesLeases.PLURAL)) {
      return leases.change(verb, path, body);
    }
    if (!verb.equals("GET")) {
      return executor ? change(verb, path, body) : KubernetesStatus.of(403, path.plural());
    }
    if (path.isStats()) {
      return stats.summary(path.name());
    }
    Optional<KubernetesKinds.Resource> found =
        KubernetesKinds.find(path.group(), path.plural())
            .filter(one -> one.builtIn() || state.has(one.plural()));
    if (found.isEmpty()) {
      return discovery.answer(path);
    }
    KubernetesKinds.Resource resource = found.get();
    return path.name().isEmpty()
        ? list(request, resource, path.namespace(), fault)
        : single(resource, path);
  }

  private static boolean isReview(KubernetesPath path) {
    return path.group().startsWith("auth");
  }

  private KubernetesStatus change(String verb, KubernetesPath path, String body) {
    Optional<KubernetesKinds.Resource> found =
        KubernetesKinds.find(path.group(), path.plural())
            .filter(one -> one.builtIn() || state.has(one.plural()));
    if (found.isEmpty()) {
      return KubernetesStatus.of(404, path.plural());
    }
    return switch (verb) {
      case "DELETE" -> changes.delete(path, body);
      case "POST" -> changes.create(found.get(), path.namespace(), body);
      default -> KubernetesStatus.of(405, path.plural());
    };
  }

  private KubernetesStatus single(KubernetesKinds.Resource resource, KubernetesPath path) {
    Optional<byte[]> found = state.get(path.plural(), path.namespace(), path.name());
    if (found.isEmpty()) {
      return KubernetesStatus.notFound(path.plural(), path.name());
    }
    ObjectNode object = Trees.object().put("kind", resource.kind());
    object.put("apiVersion", resource.groupVersion());
    object.setAll((ObjectNode) Trees.MAPPER.readTree(found.get()));
    return new KubernetesStatus(200, Chunks.of(object.toString()));
  }

  private KubernetesStatus list(
      HttpServerRequest request,
      KubernetesKinds.Resource resource,
      String namespace,
      Optional<Fault> fault) {
    if (request.getParam("labelSelector") != null || request.getParam("fieldSelector") != null) {
      return KubernetesStatus.of(400, resource.plural());
    }
    // from the watch cache a list comes whole, whatever limit is given
    boolean cached = request.getParam("resourceVersion", "").equals("0");
    String limit = cached ? "0" : request.getParam("limit", "0");
    String token = request.getParam("continue", "");
    ClusterState.Page page =
        state.page(resource.plural(), namespace, after(token), Integer.parseInt(limit));
    List<byte[]> items = page.items();
    Fault.Kind kind = fault.map(Fault::kind).orElse(Fault.Kind.STALL);
    if (kind == Fault.Kind.HALF_LIST) {
      items = items.subList(0, items.size() / 2);
    } else if (kind == Fault.Kind.EMPTY_LIST) {
      items = List.of();
    }
    ObjectNode metadata = Trees.object();
    metadata.put("resourceVersion", Long.toString(state.resourceVersion()));
    if (page.remaining() > 0) {
      metadata.put("continue", continueAfter(page.last()));
      metadata.put("remainingItemCount", page.remaining());
    }
    return new KubernetesStatus(200, list(resource, metadata, items));
  }

  private static Chunks list(
      KubernetesKinds.Resource resource, ObjectNode metadata, List<byte[]> items) {
    Chunks chunks =
        Chunks.of(
            "{\"kind\":\""
                + resource.kind()
                + "List\",\"apiVersion\":\""
                + resource.groupVersion()
                + "\",\"metadata\":"
                + metadata
                + ",\"items\":[");
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        chunks.write(',');
      }
      chunks.write(items.get(i), 0, items.get(i).length);
    }
    byte[] end = "]}\n".getBytes(StandardCharsets.UTF_8);
    chunks.write(end, 0, end.length);
    return chunks;
  }

  private String continueAfter(String key) {
    ObjectNode token = Trees.object().put("v", "meta.k8s.io/v1").put("rv", state.resourceVersion());
    token.put("start", key);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String after(String token) {
    return token.isEmpty()
        ? ""
        : Trees.text(
            Trees.parse(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8)),
            "start");
  }

  private void send(HttpServerRequest request, KubernetesStatus reply, Optional<Fault> fault) {
    request.response().setStatusCode(reply.status());
    request.response().putHeader("Content-Type", "application/json");
    request.response().putHeader("Audit-Id", "00000000-0000-4000-8000-000000000000");
    new HttpFault(request, vertx, Pace.quick()).send(reply.body(), fault);
  }

  static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
  }
}
