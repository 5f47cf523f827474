package dev.poolkeeper.jobs.live;

import dev.poolkeeper.jobs.configuration.ExecutorSettings;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.readers.json.KnownAttributes;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.ClusterCalls;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.readers.truenas.live.NasCalls;
import dev.poolkeeper.writers.kubernetes.ClusterHand;
import dev.poolkeeper.writers.kubernetes.ClusterPort;
import dev.poolkeeper.writers.nas.NasHand;
import dev.poolkeeper.writers.nas.NasPort;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The real hands: those of the executors that the configuration names, with their own keys. */
public final class ExecutorHands implements HandOpener {

  /** Of questions only; a change is asked for once. */
  static final int ATTEMPTS = 4;

  static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** For controllers to take their finalizers away. */
  private static final int DELETION_PAUSES = 30;

  private static final Duration DELETION_PAUSE = Duration.ofSeconds(2);

  private final ExecutorSettings executors;
  private final Retry retry;
  private final ClusterHand.Pauses pauses;
  private final Clock clock;
  private final ObservationRegistry observations;

  /**
   * @param observations who is told of every call
   */
  public ExecutorHands(ExecutorSettings executors, Clock clock, ObservationRegistry observations) {
    this(executors, new Retry(ATTEMPTS, FIRST_PAUSE), ExecutorHands::pause, clock, observations);
  }

  /**
   * @param retry of questions
   * @param pauses between two looks at a deletion that waits for finalizers
   */
  public ExecutorHands(
      ExecutorSettings executors, Retry retry, ClusterHand.Pauses pauses, Clock clock) {
    this(executors, retry, pauses, clock, ObservationRegistry.NOOP);
  }

  private ExecutorHands(
      ExecutorSettings executors,
      Retry retry,
      ClusterHand.Pauses pauses,
      Clock clock,
      ObservationRegistry observations) {
    this.observations = observations;
    this.executors = executors;
    this.retry = retry;
    this.pauses = pauses;
    this.clock = clock;
  }

  private static boolean pause(int time) {
    if (time >= DELETION_PAUSES) {
      return false;
    }
    try {
      Thread.sleep(DELETION_PAUSE.toMillis());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean has(String source) {
    return executors.has(source);
  }

  @Override
  public Hand open(String source, String mark) {
    Optional<NasAccess> nas = Optional.ofNullable(executors.nas().get(source));
    if (nas.isPresent()) {
      return new NasHand(
          port(new NasCalls(nas.get(), retry, NasCalls.Patience.USUAL, observations)), mark);
    }
    ClusterAccess cluster = executors.clusters().get(source);
    if (cluster == null) {
      throw new IllegalArgumentException(source + " has no executor in this configuration");
    }
    ClusterPort port = port(new ClusterCalls(cluster, retry, clock, observations));
    return new ClusterHand(port, KnownAttributes::secret, pauses);
  }

  private static NasPort port(NasCalls calls) {
    return new NasPort() {
      @Override
      public String version() {
        return calls.version();
      }

      @Override
      public Optional<JsonNode> read(String method, List<JsonNode> params) {
        return calls.read(method, params);
      }

      @Override
      public JsonNode change(String method, List<JsonNode> params) {
        return calls.change(method, params);
      }

      @Override
      public void close() {
        calls.close();
      }
    };
  }

  private static ClusterPort port(ClusterCalls calls) {
    return new ClusterPort() {
      @Override
      public Optional<JsonNode> get(ObjectKind kind, String name) {
        return calls.get(kind, name);
      }

      @Override
      public List<JsonNode> list(ObjectKind kind) {
        return calls.list(kind);
      }

      @Override
      public void delete(ObjectKind kind, String name, JsonNode options) {
        calls.delete(kind, name, options);
      }

      @Override
      public void create(ObjectKind kind, JsonNode manifest) {
        calls.create(kind, manifest);
      }

      @Override
      public void close() {
        calls.close();
      }
    };
  }
}
