package dev.poolkeeper.tests.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.jobs.configuration.NasSettings;
import dev.poolkeeper.jobs.live.LiveEstate;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.PrometheusAccess;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.readers.truenas.live.NasAccess.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of live systems: defaults, every key, and all problems at once. */
class LiveConfigurationTest {

  private static final String FINGERPRINT = "0a".repeat(32);

  @TempDir private Path folder;

  private Configuration configuration(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("poolkeeper.yaml"), yaml);
    return new ConfigurationReader(Map.of("HOME", folder.toString())).readLive(Optional.of(file));
  }

  private LiveSettings read(String yaml) throws IOException {
    return configuration(yaml).live().orElseThrow();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void defaults() throws IOException {
    LiveSettings live =
        read(
            """
            poolkeeper:
              clusters: [{name: prod-a}]
              nas: [{name: nas1, url: "https://nas1.example.com/", api-key: 1-abc}]
            """);

    assertThat(live.clusters())
        .containsExactly(
            new ClusterAccess(
                "prod-a",
                Optional.empty(),
                Optional.empty(),
                true,
                Duration.ofSeconds(60),
                Optional.empty()));
    assertThat(live.nas())
        .containsExactly(
            new NasSettings(
                new NasAccess(
                    "nas1",
                    URI.create("https://nas1.example.com"),
                    Optional.empty(),
                    new Secret("1-abc"),
                    Api.AUTO,
                    new TlsTrust.PublicAuthorities(),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(45)),
                List.of(),
                Duration.ofDays(7)));
  }

  @Test
  void everyKeyIsMappedAndNoSecretIsShown() throws IOException {
    Path kubeconfig = file("kubeconfig", "");
    Path token = file("token", "t0ken\n");
    Path key = file("key", "  1-s3cret\n");
    Path authorities = file("ca.crt", "PEM");

    Configuration configuration =
        configuration(
            """
            poolkeeper:
              clusters:
                - name: prod-a
                  kubeconfig: ~/kubeconfig
                  context: admin@prod-a
                  volume-stats: false
                  call-timeout: 30s
                  prometheus:
                    url: https://prometheus.example.com/thanos
                    token-file: %1$s
                    ca-file: %3$s
                    labels: 'cluster="prod-a",job=~"kubelet|k.*"'
                    days: 30
              nas:
                - name: nas1
                  url: https://nas1.example.com:8443
                  username: poolkeeper
                  api-key-file: %2$s
                  api: JSONRPC
                  certificate-sha256: "%4$s"
                  addresses: [10.0.0.5, nas1-storage.example.com]
                  call-timeout: 5m
                  deadline: 20m
                  snapshot-refresh: 0d
                - {name: lab, url: "https://[fd00::5]", api-key: k, api: rest, insecure: true}
                - {name: old, url: "https://old.example.com", api-key: k, ca-file: %3$s}
            """
                .formatted(token, key, authorities, "0A:".repeat(31) + "0A"));
    LiveSettings live = configuration.live().orElseThrow();

    assertThat(live.clusters())
        .containsExactly(
            new ClusterAccess(
                "prod-a",
                Optional.of(kubeconfig),
                Optional.of("admin@prod-a"),
                false,
                Duration.ofSeconds(30),
                Optional.of(
                    new PrometheusAccess(
                        URI.create("https://prometheus.example.com/thanos"),
                        Optional.of(new Secret("t0ken")),
                        new TlsTrust.Authorities(authorities),
                        "cluster=\"prod-a\",job=~\"kubelet|k.*\"",
                        30))));
    assertThat(live.nas().get(0))
        .isEqualTo(
            new NasSettings(
                new NasAccess(
                    "nas1",
                    URI.create("https://nas1.example.com:8443"),
                    Optional.of("poolkeeper"),
                    new Secret("1-s3cret"),
                    Api.JSONRPC,
                    new TlsTrust.Pinned(FINGERPRINT),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(20)),
                List.of("10.0.0.5", "nas1-storage.example.com"),
                Duration.ZERO));
    assertThat(live.nas().get(1).access().trust()).isEqualTo(new TlsTrust.Insecure());
    assertThat(live.nas().get(2).access().trust()).isEqualTo(new TlsTrust.Authorities(authorities));
    assertThat(configuration.toString()).doesNotContain("t0ken", "s3cret");
    assertThat(configuration.secretFiles()).hasSize(2);
    assertThat(LiveEstate.estate(live, Instant.EPOCH).addresses())
        .containsEntry("nas1", List.of("nas1.example.com", "10.0.0.5", "nas1-storage.example.com"))
        .containsEntry("lab", List.of("fd00::5"));
  }

  @Test
  void allProblemsAreSaidAtOnce() throws IOException {
    Path empty = file("empty", "\n");
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      clusters:
                        - {name: ../etc, kubeconfig: /no/such, call-timeout: 0s, volume-stats: maybe}
                        - name: prod-a
                          prometheus: {url: "http://prometheus:9090", token-file: /no/token, labels: x, days: 0}
                        - {kubeconfg: x}
                      nas:
                        - {name: PROD-A, url: "http://nas1", api-key-file: %1$s, api: soap}
                        - {name: nas2, url: "https://nas2/ui?x=1", api-key: k, api-key-file: %1$s}
                        - {name: nas3, url: "https://root:hunter2@nas3", certificate-sha256: abc, insecure: true}
                        - {name: nas4, url: "nas4", ca-file: /no/ca.crt, api-key: k, deadline: soon}
                        - {name: nas5, url: "https://nas5", api-key: k}
                        - {name: nas6, url: "https://nas5/", api-key: k}
                    """
                        .formatted(empty)))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll(
            "poolkeeper.clusters[0].name is '../etc', expected letters, digits",
            "poolkeeper.clusters[0].kubeconfig is '/no/such', expected a kubeconfig that can be read",
            "poolkeeper.clusters[0].call-timeout is '0s', expected a duration of at least 1s",
            "poolkeeper.clusters[0].volume-stats is 'maybe', expected true or false",
            "poolkeeper.clusters[1].prometheus.token-file is '/no/token', expected a file that can be read",
            "poolkeeper.clusters[1].prometheus.url is 'http://prometheus:9090', expected https://…: a token",
            "poolkeeper.clusters[1].prometheus.labels is 'x', expected label matchers",
            "poolkeeper.clusters[1].prometheus.days is '0', expected a whole number from 1 to 3650",
            "poolkeeper.clusters[2].name is missing",
            "poolkeeper.clusters[2].kubeconfg is not a known key",
            "poolkeeper.nas[0].name is 'PROD-A', expected a name that poolkeeper.clusters[1].name does not have",
            "poolkeeper.nas[0].url is 'http://nas1', expected https://…: an API key is never sent over plain"
                + " HTTP, TrueNAS 25.04 and newer revoke it",
            "poolkeeper.nas[0].api is 'soap', expected auto, jsonrpc or rest",
            "poolkeeper.nas[0].api-key-file is '"
                + empty
                + "', expected a file that holds the secret",
            "poolkeeper.nas[1].url is 'https://nas2/ui?x=1', expected https://HOST",
            "poolkeeper.nas[1].api-key is '…', expected only one of api-key-file and api-key",
            "poolkeeper.nas[2].url is '…', expected a URL without user and password",
            "poolkeeper.nas[2].certificate-sha256 is 'abc', expected 64 hexadecimal digits",
            "poolkeeper.nas[2].certificate-sha256 is 'abc', expected only one of ca-file,",
            "poolkeeper.nas[2].api-key-file is missing, expected a file that holds an API key",
            "poolkeeper.nas[3].url is 'nas4', expected https://HOST",
            "poolkeeper.nas[3].ca-file is '/no/ca.crt', expected a file of PEM certificates",
            "poolkeeper.nas[3].deadline is 'soon', expected a duration",
            "poolkeeper.nas[5].url is 'https://nas5', expected a URL that poolkeeper.nas[4].url does not have")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {nas: {name: nas1}} | poolkeeper.nas is 'one section', expected a list of sections
          {nas: nas1}         | poolkeeper.nas is 'nas1', expected a list of sections
          {clusters: [prod]}  | poolkeeper.clusters is 'prod', expected a list of sections
          """)
  void whatIsNoListOfSectionsIsSaidToBeSo(String yaml, String problem) {
    assertThatThrownBy(() -> read("poolkeeper: " + yaml)).hasMessageContaining(problem);
  }

  @Test
  void yamlErrorsDoNotQuoteTheFile() {
    assertThatThrownBy(() -> read("poolkeeper:\n  nas:\n  - api-key: hunter2: [\n  x"))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("it is not YAML")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> read("poolkeeper: {nas: [], nas: []}"))
        .hasMessageContaining("it is not YAML");
  }

  @Test
  void commandsThatAskNoLiveSystemDoNotReadTheirSecrets() throws IOException {
    Path file =
        file(
            "poolkeeper.yaml",
            "poolkeeper: {nas: [{name: n, url: 'https://n', api-key-file: /no/such}]}");

    assertThat(new ConfigurationReader(Map.of()).read(Optional.of(file)).live()).isEmpty();
  }

  @Test
  void theExampleIsWhatALiveRunCanUse() throws IOException {
    file("nas1-api-key", "1-abc");
    file("prometheus-token", "t");
    file("ca.crt", "PEM");
    file("smtp-password", "secret");
    Files.createDirectories(folder.resolve(".kube"));
    file(".kube/config", "");
    String example =
        Files.readString(Path.of("../docs/poolkeeper.yaml"))
            .replace("/etc/poolkeeper/secrets/", folder + "/")
            .replace("/etc/poolkeeper/", folder + "/");

    LiveSettings live = read(example);

    assertThat(live.clusters()).extracting(ClusterAccess::name).containsExactly("prod-a");
    assertThat(live.clusters().get(0).prometheus()).isPresent();
    assertThat(live.nas()).extracting(NasSettings::name).containsExactly("nas1");
    assertThat(live.nas().get(0).snapshotRefresh()).isEqualTo(Duration.ofDays(7));
    file("nas1-executor-key", "2-def");
    file("prod-a-executor", "");
    assertThat(readExecutors(example).executors().has("nas1")).isTrue();
    assertThat(readExecutors(example).executors().has("prod-a")).isTrue();
  }

  private LiveSettings readExecutors(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("poolkeeper.yaml"), yaml);
    return new ConfigurationReader(Map.of("HOME", folder.toString()))
        .readExecutors(Optional.of(file))
        .live()
        .orElseThrow();
  }

  private String executors(String nasExecutor, String clusterExecutor) {
    return """
        poolkeeper:
          clusters: [{name: prod-a, kubeconfig: %1$s/kubeconfig, context: a, executor: %3$s}]
          nas: [{name: nas1, url: "https://nas1.example.com", username: reader, api-key-file: %1$s/key, executor: %2$s}]
        """
        .formatted(folder, nasExecutor, clusterExecutor);
  }

  @Test
  void executorsAreTheSameSystemsWithOtherCredentials() throws IOException {
    file("kubeconfig", "");
    file("key", "1-reader");
    file("executor-key", "2-executor\n");
    String yaml =
        executors(
            "{username: cleaner, api-key-file: %s/executor-key}".formatted(folder),
            "{kubeconfig: %s/kubeconfig, context: cleaner}".formatted(folder));

    LiveSettings live = readExecutors(yaml);

    NasAccess nas = requireNonNull(live.executors().nas().get("nas1"));
    assertThat(nas.apiKey()).isEqualTo(new Secret("2-executor"));
    assertThat(nas.username()).contains("cleaner");
    assertThat(nas.url()).isEqualTo(live.nas().get(0).access().url());
    assertThat(live.nas().get(0).access().apiKey()).isEqualTo(new Secret("1-reader"));
    assertThat(requireNonNull(live.executors().clusters().get("prod-a")).context())
        .contains("cleaner");
    assertThat(live.executors().has("prod-a")).isTrue();
    assertThat(live.executors().has("other")).isFalse();
    Files.delete(folder.resolve("executor-key"));
    assertThat(read(yaml).executors().nas()).as("a night opens no executor's key").isEmpty();
  }

  @Test
  void readersCredentialsAreNoExecutors() throws IOException {
    file("kubeconfig", "");
    file("key", "1-reader");
    file("copied-key", "1-reader\n");

    assertThatThrownBy(
            () ->
                readExecutors(
                    executors(
                        "{api-key-file: %s/copied-key}".formatted(folder),
                        "{kubeconfig: %s/./kubeconfig, context: a}".formatted(folder))))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("nas[0].executor.api-key-file")
        .hasMessageContaining("another key than the one that reads")
        .hasMessageContaining("clusters[0].executor.kubeconfig")
        .hasMessageNotContaining("1-reader");
    assertThatThrownBy(
            () -> read(executors("{api-key-file: %s/./key}".formatted(folder), "{context: b}")))
        .hasMessageContaining("another key than the one that reads")
        .hasMessageContaining("clusters[0].executor.kubeconfig is missing");
    assertThatThrownBy(
            () -> read(executors("{username: cleaner, apikey: x}", "{kubeconfig: other}")))
        .hasMessageContaining("nas[0].executor.api-key-file is missing")
        .hasMessageContaining("nas[0].executor.apikey is not a known key");
  }
}
