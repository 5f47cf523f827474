package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import io.micrometer.observation.ObservationRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls to one cluster that may change something, with credentials of their own. Questions are
 * repeated, changes never are.
 *
 * <p>Every failure is a {@link HandFailure} that says what is known of the cluster after it.
 */
public final class ClusterCalls implements AutoCloseable {

  private static final int PAGE = 500;
  private static final int LONGEST = 400;

  private final ClusterAccess access;
  private final Retry retry;
  private final Clock clock;
  private final ObservationRegistry observations;
  private @Nullable ApiServer server;
  private @Nullable Discovery discovery;

  public ClusterCalls(ClusterAccess access, Retry retry, Clock clock) {
    this(access, retry, clock, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public ClusterCalls(
      ClusterAccess access, Retry retry, Clock clock, ObservationRegistry observations) {
    this.observations = observations;
    this.access = access;
    this.retry = retry;
    this.clock = clock;
  }

  /**
   * One object as it is now.
   *
   * @param name {@code name}, or {@code namespace/name}, as subjects have it
   * @return empty when the API server says that there is none of that name
   */
  public Optional<JsonNode> get(ObjectKind kind, String name) {
    String what = "get " + kind.plural() + " " + name;
    return asked(
        () -> {
          Answer answer = server().get(path(kind, name), what);
          if (answer.code() == 200) {
            return Optional.of(named(answer.tree(), name, what));
          }
          if (answer.code() == 404 && says(answer, name)) {
            return Optional.empty();
          }
          throw Refusals.missing(server().where(what), answer);
        });
  }

  /** A 404 of the API server about this very object, and not about its path or of a proxy. */
  private static boolean says(Answer answer, String name) {
    return ApiStatus.of(answer)
        .filter(status -> status.message().contains("\"" + last(name) + "\" not found"))
        .isPresent();
  }

  private JsonNode named(JsonNode object, String name, String what) {
    if (!object.path("metadata").path("name").asString("").equals(last(name))) {
      throw new HandFailure(
          Kind.UNAVAILABLE, server().where(what) + ": an object of another name was answered");
    }
    return object;
  }

  /** All objects of a kind; none when it is not installed. */
  public List<JsonNode> list(ObjectKind kind) {
    String what = "list " + kind.plural();
    return asked(
        () -> {
          Optional<String> path = discovery().path(KubernetesKind.of(kind));
          List<JsonNode> all = new ArrayList<>();
          String token = "";
          do {
            if (path.isEmpty()) {
              return all;
            }
            String more = token.isEmpty() ? "" : "&continue=" + encoded(token);
            Answer answer = server().get(path.get() + "?limit=" + PAGE + more, what);
            if (answer.code() != 200 || !answer.tree().path("items").isArray()) {
              throw Refusals.missing(server().where(what), answer);
            }
            all.addAll(answer.tree().path("items").values());
            token = answer.tree().path("metadata").path("continue").asString("");
          } while (!token.isEmpty());
          return all;
        });
  }

  /**
   * Asks for a deletion, once.
   *
   * @param options of the API: preconditions and propagation policy
   */
  public void delete(ObjectKind kind, String name, JsonNode options) {
    String what = "delete " + kind.plural() + " " + name;
    String path = asked(() -> path(kind, name));
    judge(server().where(what), server().change("DELETE", path, what, options.toString()));
  }

  /** Makes an object, once. */
  public void create(ObjectKind kind, JsonNode manifest) {
    JsonNode metadata = manifest.path("metadata");
    String namespace = metadata.path("namespace").asString("");
    String what = "create " + kind.plural() + " " + metadata.path("name").asString("");
    String path = asked(() -> listPath(kind, namespace));
    ObjectNode whole = (ObjectNode) manifest.deepCopy();
    // as the list's path has it: items of lists do not say it themselves
    whole.put("apiVersion", path.startsWith("/api/") ? "v1" : version(path));
    whole.put("kind", KubernetesKind.of(kind).kindName());
    judge(server().where(what), server().change("POST", path, what, whole.toString()));
  }

  /** {@code group/version} of {@code /apis/group/version/…}. */
  private static String version(String path) {
    String[] parts = path.split("/", -1);
    return parts[2] + "/" + parts[3];
  }

  /** A failure for every answer that does not say that it was done. */
  static void judge(String where, Answer answer) {
    if (answer.code() >= 200 && answer.code() < 300) {
      return;
    }
    String said =
        ApiStatus.of(answer)
            .map(status -> Visible.text(status.message(), LONGEST))
            .orElseGet(answer::looksLike);
    Kind kind =
        switch (answer.code()) {
          case 400, 404, 405, 409, 410, 422 -> Kind.REFUSED;
          case 401, 403 -> Kind.NOT_ALLOWED;
          case 429 -> Kind.UNAVAILABLE;
          default -> Kind.UNKNOWN;
        };
    throw new HandFailure(
        kind,
        "%s: HTTP %d, %s%s"
            .formatted(
                where, answer.code(), said, kind == Kind.UNKNOWN ? "; it may have been done" : ""));
  }

  private String path(ObjectKind kind, String name) {
    int slash = name.indexOf('/');
    String namespace = slash < 0 ? "" : name.substring(0, slash);
    return listPath(kind, namespace) + "/" + encoded(last(name));
  }

  private String listPath(ObjectKind kind, String namespace) {
    String list =
        discovery()
            .path(KubernetesKind.of(kind))
            .orElseThrow(
                () ->
                    new HandFailure(
                        Kind.UNAVAILABLE,
                        "cluster %s has no %s installed".formatted(access.name(), kind.plural())));
    int plural = list.lastIndexOf('/');
    return namespace.isEmpty()
        ? list
        : list.substring(0, plural) + "/namespaces/" + encoded(namespace) + list.substring(plural);
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (SourceFailure failure) {
      boolean right = failure instanceof SourceRefused refused && refused.bySource();
      throw new HandFailure(
          right ? Kind.NOT_ALLOWED : Kind.UNAVAILABLE,
          failure.where() + ": " + failure.seen(),
          failure);
    }
  }

  private ApiServer server() {
    ApiServer known = server;
    if (known == null) {
      known = new ApiServer(access, ClusterConfig.of(access), retry, clock, observations);
      server = known;
    }
    return known;
  }

  private Discovery discovery() {
    Discovery known = discovery;
    if (known == null) {
      known = new Discovery(server());
      discovery = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
