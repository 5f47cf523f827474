package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.kubernetes.ClusterVersionMapper;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A cluster, read through its API server. A kind whose add-on is not installed is an empty list;
 * one that cannot be read is a failure of that kind alone, unless no kind could be read any more.
 */
public final class LiveCluster implements LiveSource {

  private final ClusterAccess access;
  private final Retry retry;
  private final Clock clock;
  private final ObservationRegistry observations;
  private @Nullable Connection connection;
  private @Nullable SourceFailure unusable;
  private Optional<String> version = Optional.empty();

  public LiveCluster(ClusterAccess access, Retry retry, Clock clock) {
    this(access, retry, clock, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public LiveCluster(
      ClusterAccess access, Retry retry, Clock clock, ObservationRegistry observations) {
    this.observations = observations;
    this.access = access;
    this.retry = retry;
    this.clock = clock;
  }

  private record Connection(ClusterConfig config, ApiServer server, Discovery discovery) {}

  @Override
  public boolean asks(ObjectKind kind) {
    return kind != ObjectKind.VOLUME_STATS || access.volumeStats();
  }

  @Override
  public void stream(ObjectKind kind, AnswerSink sink) {
    if (!asks(kind)) {
      return;
    }
    Connection open = open(kind);
    switch (kind) {
      case CLUSTER_VERSION -> version(open.server(), sink);
      case VOLUME_STATS -> new NodeStats(open.server(), access.callTimeout()).stream(sink);
      case NAMESPACE -> {
        list(kind, open, sink);
        compareClocks(open.server());
      }
      default -> list(kind, open, sink);
    }
  }

  @Override
  public void check(Consumer<CheckLine> lines) {
    new ClusterCheck(access, retry, clock, lines).run();
  }

  @Override
  public SourceContact contact() {
    if (connection == null) {
      return new SourceContact(access.name(), "", 0, List.of());
    }
    return new SourceContact(
        access.name(),
        version.map(text -> "Kubernetes " + text).orElse(""),
        connection.server().calls(),
        remarks(access, connection.config()));
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.server().close();
    }
  }

  /** What an admin should know of the connection. */
  static List<String> remarks(ClusterAccess access, ClusterConfig config) {
    List<String> remarks = new ArrayList<>();
    if (config.config().getMasterUrl().startsWith("http://")) {
      remarks.add("cluster " + access.name() + " is called over plain HTTP");
    } else if (config.config().isTrustCerts()) {
      remarks.add(
          "TLS of cluster " + access.name() + " is not verified (insecure-skip-tls-verify)");
    }
    return remarks;
  }

  private Connection open(ObjectKind kind) {
    if (unusable != null) {
      throw Elsewhere.same(unusable, "list " + kind.plural() + " of cluster " + access.name());
    }
    if (connection == null) {
      try {
        ClusterConfig config = ClusterConfig.of(access);
        ApiServer server = new ApiServer(access, config, retry, clock, observations);
        connection = new Connection(config, server, new Discovery(server));
      } catch (SourceFailure failure) {
        unusable = failure;
        throw failure;
      }
    }
    return connection;
  }

  private static void list(ObjectKind kind, Connection open, AnswerSink sink) {
    KubernetesKind entry = KubernetesKind.of(kind);
    Optional<String> path = open.discovery().path(entry);
    if (path.isPresent()) {
      new Listing(open.server()).stream(entry, path.get(), sink);
    } else {
      sink.answer(kind.plural(), entry.mapper());
    }
  }

  private void version(ApiServer server, AnswerSink sink) {
    String what = "ask for the version";
    Answer answer = server.get("/version", what);
    if (answer.code() != 200) {
      throw Refusals.missing(server.where(what), answer);
    }
    JsonNode tree = answer.tree();
    version = Values.text(tree.path("gitVersion")).map(Visible::text);
    sink.answer(ObjectKind.CLUSTER_VERSION.plural(), ClusterVersionMapper::map).row("", tree);
  }

  /** Without namespaces no verdict is given, and none by age may be while clocks disagree. */
  private static void compareClocks(ApiServer server) {
    Optional<String> problem = server.clock().problem();
    if (problem.isPresent()) {
      throw ServerClock.failure(server.where("compare the clock"), problem.get());
    }
  }
}
