package dev.poolkeeper.tests.turn;

import dev.poolkeeper.readers.kubernetes.live.LeaseCalls;
import dev.poolkeeper.tests.simulator.KubernetesSimulator;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import dev.poolkeeper.writers.kubernetes.LeasePort;
import dev.poolkeeper.writers.kubernetes.LeaseTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A simulated API server with a Lease, and time that passes when it is told to. */
final class LeaseLab implements AutoCloseable {

  static final String NAMESPACE = "storage";
  static final String NAME = "poolkeeper";

  private final KubernetesSimulator cluster;
  private final Path kubeconfig;

  LeaseLab(Path folder) {
    this.cluster = KubernetesSimulator.start(Map.of(), SimulatorTls.valid(), 0);
    this.kubeconfig = cluster.kubeconfig(folder.resolve("kubeconfig-of-leases"));
  }

  KubernetesSimulator cluster() {
    return cluster;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  /** A client of its own for each who asks. */
  LeasePort port() {
    LeaseCalls calls =
        new LeaseCalls(Optional.of(kubeconfig), Optional.of(NAMESPACE), NAME, Clock.systemUTC());
    return new LeasePort() {
      @Override
      public String name() {
        return calls.name();
      }

      @Override
      public Optional<JsonNode> get() {
        return calls.get();
      }

      @Override
      public Optional<JsonNode> create(JsonNode spec) {
        return calls.create(spec);
      }

      @Override
      public Optional<JsonNode> replace(JsonNode object) {
        return calls.replace(object);
      }

      @Override
      public void close() {
        calls.close();
      }
    };
  }

  ObjectNode lease() {
    return (ObjectNode) cluster.get("leases", NAMESPACE, NAME).orElseThrow();
  }

  String says(String field) {
    return lease().path("spec").path(field).asString("");
  }

  /** Somebody else's lease, renewed at this time by a clock that may be wrong. */
  void heldBy(String holder, int seconds, String renewed) {
    cluster.put(
        "leases",
        (ObjectNode)
            new JsonMapper()
                .readTree(
                    """
                    {"metadata": {"namespace": "%s", "name": "%s", "labels": {"team": "storage"}},
                     "spec": {"holderIdentity": "%s", "leaseDurationSeconds": %d,
                       "acquireTime": "2026-02-11T02:00:00.000000Z", "renewTime": "%s",
                       "leaseTransitions": 4}}"""
                        .formatted(NAMESPACE, NAME, holder, seconds, renewed)));
  }

  @Override
  public void close() {
    cluster.close();
  }

  /** Passes only by pauses, and something may happen in each. */
  static final class Time implements LeaseTime {

    private final List<Duration> pauses = new ArrayList<>();
    private final Runnable meanwhile;
    private long nanos;

    Time(Runnable meanwhile) {
      this.meanwhile = meanwhile;
    }

    Time() {
      this(() -> {});
    }

    @Override
    public Instant now() {
      return Instant.parse("2026-02-12T02:00:00Z").plusNanos(nanos);
    }

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void pause(Duration length) {
      pauses.add(length);
      nanos += length.toNanos();
      meanwhile.run();
    }

    Duration passed() {
      return Duration.ofNanos(nanos);
    }

    int pauses() {
      return pauses.size();
    }
  }
}
