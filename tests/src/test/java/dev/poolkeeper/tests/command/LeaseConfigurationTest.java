package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.jobs.configuration.LeaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kubernetes Lease in the configuration. */
class LeaseConfigurationTest {

  @TempDir private Path folder;

  private Optional<Path> file(String lease) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    return Optional.of(Files.writeString(file, "poolkeeper:\n  " + lease + "\n"));
  }

  private static ConfigurationReader reader(Map<String, String> environment) {
    return new ConfigurationReader(environment);
  }

  @Test
  void thereIsNoneUnlessItIsNamed() throws IOException {
    assertThat(reader(Map.of()).readLive(file("orphans: {confirm-runs: 2}")).lease()).isEmpty();
    assertThat(reader(Map.of()).readLive(file("lease: {name: poolkeeper}")).lease())
        .contains(
            new LeaseSettings(
                Optional.empty(), "poolkeeper", Duration.ofSeconds(60), Optional.empty()));
  }

  @Test
  void everyKeyIsMapped() throws IOException {
    Map<String, String> environment =
        Map.of("KUBECONFIG", "/home/me/config", "POOLKEEPER_LEASE_NAMESPACE", "other");
    assertThat(
            reader(environment)
                .readExecutors(file("lease: {name: one, namespace: storage, duration: 2m}"))
                .lease())
        .contains(
            new LeaseSettings(
                Optional.of("other"),
                "one",
                Duration.ofMinutes(2),
                Optional.of(Path.of("/home/me/config"))));
    assertThat(
            reader(Map.of("KUBECONFIG", "/a:/b"))
                .readLive(file("lease: {name: one}"))
                .lease()
                .flatMap(LeaseSettings::kubeconfig))
        .as("several are the client's to join")
        .isEmpty();
  }

  @Test
  void whoAsksNoClusterTakesNoLease() throws IOException {
    Optional<Path> file = file("lease: {name: poolkeeper}");
    assertThat(reader(Map.of()).read(file).lease()).isEmpty();
    assertThat(reader(Map.of()).readMailing(file).lease()).isEmpty();
  }

  @Test
  void problemsAreNamed() throws IOException {
    Optional<Path> file =
        file("lease: {name: Not_A_Name, namespace: a.b, duration: 5s, colour: 1}");
    assertThatThrownBy(() -> reader(Map.of()).readLive(file))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining(
            "poolkeeper.lease.name is 'Not_A_Name', expected a name of Kubernetes")
        .hasMessageContaining("poolkeeper.lease.namespace is 'a.b'")
        .hasMessageContaining("poolkeeper.lease.duration is '5s', expected a duration from 15s")
        .hasMessageContaining("poolkeeper.lease.colour is not a known key");
    Optional<Path> nameless = file("lease: {namespace: storage}");
    assertThatThrownBy(() -> reader(Map.of()).readLive(nameless))
        .hasMessageContaining("poolkeeper.lease.name is missing");
  }
}
