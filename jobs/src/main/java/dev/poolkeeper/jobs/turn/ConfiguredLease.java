package dev.poolkeeper.jobs.turn;

import dev.poolkeeper.jobs.configuration.LeaseSettings;
import dev.poolkeeper.readers.kubernetes.live.LeaseCalls;
import dev.poolkeeper.writers.kubernetes.LeasePort;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The Lease that the configuration names. */
final class ConfiguredLease {

  private ConfiguredLease() {}

  static LeasePort open(LeaseSettings settings, Clock clock, ObservationRegistry observations) {
    LeaseCalls calls =
        new LeaseCalls(
            settings.kubeconfig(), settings.namespace(), settings.name(), clock, observations);
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
}
