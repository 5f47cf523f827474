package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls to one {@code coordination.k8s.io/v1} Lease, each made once, with the service account of
 * the pod or what KUBECONFIG says.
 *
 * <p>Every failure is a {@link HandFailure}. After one the connection is opened anew, with the
 * credentials that are there by then: tokens of pods change within a run.
 */
public final class LeaseCalls implements AutoCloseable {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
  private static final String GROUP = "coordination.k8s.io/v1";

  private final ClusterAccess access;
  private final Optional<String> namespace;
  private final String lease;
  private final Clock clock;
  private final ObservationRegistry observations;
  private @Nullable Connection connection;

  private record Connection(ApiServer server, String namespace) {}

  /**
   * @param kubeconfig empty: the pod's service account, or what the client finds by itself
   * @param namespace empty: that of the pod, or of the kubeconfig's context
   */
  public LeaseCalls(
      Optional<Path> kubeconfig, Optional<String> namespace, String lease, Clock clock) {
    this(kubeconfig, namespace, lease, clock, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public LeaseCalls(
      Optional<Path> kubeconfig,
      Optional<String> namespace,
      String lease,
      Clock clock,
      ObservationRegistry observations) {
    this.observations = observations;
    this.access =
        new ClusterAccess(
            "local", kubeconfig, Optional.empty(), false, CALL_TIMEOUT, Optional.empty());
    this.namespace = namespace;
    this.lease = lease;
    this.clock = clock;
  }

  /** Its {@code namespace/name}, as far as it is known. */
  public String name() {
    Optional<String> known =
        namespace.or(() -> Optional.ofNullable(connection).map(Connection::namespace));
    return known.map(space -> space + "/" + lease).orElse(lease);
  }

  /** The object as it is now; empty when the API server says that there is none. */
  public synchronized Optional<JsonNode> get() {
    return connected(
        to -> {
          String what = "get lease " + name();
          Answer answer = to.server().getOnce(path(to) + "/" + lease, what, CALL_TIMEOUT);
          if (answer.code() != 404) {
            return Optional.of(answer.tree());
          }
          if (ApiStatus.of(answer).filter(one -> one.message().contains(lease)).isPresent()) {
            return Optional.empty();
          }
          throw Refusals.missing(to.server().where(what), answer);
        });
  }

  /**
   * Makes it.
   *
   * @return as it was stored; empty when there is one by now
   */
  public synchronized Optional<JsonNode> create(JsonNode spec) {
    return connected(
        to -> {
          ObjectNode object = Json.object().put("apiVersion", GROUP).put("kind", "Lease");
          object.putObject("metadata").put("namespace", to.namespace()).put("name", lease);
          object.set("spec", spec);
          return changed(to, "POST", path(to), "create lease " + name(), object);
        });
  }

  /**
   * Replaces it in the version that was read.
   *
   * @return as it was stored; empty when it was changed meanwhile, or is gone
   */
  public synchronized Optional<JsonNode> replace(JsonNode object) {
    return connected(
        to -> changed(to, "PUT", path(to) + "/" + lease, "update lease " + name(), object));
  }

  private static Optional<JsonNode> changed(
      Connection to, String verb, String path, String what, JsonNode object) {
    Answer answer = to.server().change(verb, path, what, object.toString());
    boolean gone = verb.equals("PUT") && answer.code() == 404 && ApiStatus.of(answer).isPresent();
    if (answer.code() == 409 || gone) {
      return Optional.empty();
    }
    ClusterCalls.judge(to.server().where(what), answer);
    if (answer.flaw().isPresent()) {
      throw new HandFailure(
          Kind.UNKNOWN, "%s: %s was answered".formatted(what, answer.looksLike()));
    }
    return Optional.of(answer.tree());
  }

  private static String path(Connection to) {
    return "/apis/%s/namespaces/%s/leases".formatted(GROUP, ClusterCalls.encoded(to.namespace()));
  }

  private Optional<JsonNode> connected(Function<Connection, Optional<JsonNode>> question) {
    try {
      return question.apply(open());
    } catch (SourceFailure failure) {
      close();
      boolean refused = failure instanceof SourceRefused;
      throw new HandFailure(
          refused ? Kind.NOT_ALLOWED : Kind.UNAVAILABLE,
          failure.where() + ": " + failure.seen(),
          failure);
    } catch (HandFailure failure) {
      close();
      throw failure;
    }
  }

  private Connection open() {
    Connection known = connection;
    if (known == null) {
      ClusterConfig config = ClusterConfig.of(access);
      String space = namespace.orElseGet(() -> namespaceOf(config));
      Retry never = new Retry(1, Duration.ofSeconds(1));
      known = new Connection(new ApiServer(access, config, never, clock, observations), space);
      connection = known;
    }
    return known;
  }

  private static String namespaceOf(ClusterConfig config) {
    String known = config.config().getNamespace();
    if (known == null || known.isBlank()) {
      throw new SourceRefused(
          "configuration of the lease",
          config.described() + " names no namespace",
          "set lease.namespace",
          null);
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.server().close();
      connection = null;
    }
  }
}
