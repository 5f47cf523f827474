package dev.poolkeeper.readers.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.readers.source.TestCertificate;
import dev.poolkeeper.readers.source.TlsTrust;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCheckTest {

  private static final String WHO = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
  private static final String MAY = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

  @TempDir Path directory;
  private FakeApiServer server;

  @BeforeEach
  void start() throws Exception {
    server = FakeApiServer.tls(TestCertificate.valid());
    server.answering(
        WHO,
        asked ->
            """
            {"kind": "SelfSubjectReview", "status": {"userInfo":
             {"username": "system:serviceaccount:storage:poolkeeper"}}}""");
    allowing(asked -> true);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void allowing(Predicate<String> asked) {
    server.answering(
        MAY,
        body ->
            "{\"kind\": \"SelfSubjectAccessReview\", \"status\": {\"allowed\": %s}}"
                .formatted(asked.test(body)));
  }

  private ClusterAccess access(boolean stats, Optional<PrometheusAccess> prometheus)
      throws Exception {
    return ClusterReading.access(
        server.kubeconfig(directory), stats, Duration.ofSeconds(20), prometheus);
  }

  private static List<CheckLine> check(ClusterAccess access) {
    try (ClusterReading cluster = new ClusterReading(access)) {
      return cluster.check();
    }
  }

  private static List<String> outcomes(List<CheckLine> lines) {
    return lines.stream().map(line -> line.what() + " " + line.outcome()).toList();
  }

  private static CheckLine line(List<CheckLine> lines, String what) {
    return lines.stream().filter(line -> line.what().equals(what)).findFirst().orElseThrow();
  }

  @Test
  void clusterInOrderHasALineForEveryStep() throws Exception {
    List<CheckLine> lines = check(access(true, Optional.empty()));

    assertThat(outcomes(lines))
        .containsExactly(
            "configuration OK",
            "network OK",
            "TLS OK",
            "login OK",
            "API OK",
            "rights OK",
            "volume stats OK",
            "add-ons OK",
            "clock OK");
    assertThat(lines).extracting(CheckLine::subject).containsOnly("prod-a");
    assertThat(line(lines, "configuration").seen())
        .startsWith("context prod-a of " + directory)
        .endsWith(", localhost:" + server.port());
    assertThat(line(lines, "TLS").seen())
        .startsWith("vouched for by CN=poolkeeper test authority valid until 2119-12-08 (");
    assertThat(line(lines, "login").seen())
        .isEqualTo("as system:serviceaccount:storage:poolkeeper");
    assertThat(line(lines, "API").seen()).isEqualTo("Kubernetes v1.34.2");
    assertThat(line(lines, "rights").seen()).isEqualTo("may list all 15 kinds");
    assertThat(line(lines, "add-ons").seen())
        .isEqualTo("volume snapshots not installed, KubeVirt not installed");
  }

  @Test
  void rightsOfInstalledAddOnsAreAskedForToo() throws Exception {
    server
        .groups("apps/v1", "batch/v1", "storage.k8s.io/v1", "snapshot.storage.k8s.io/v1")
        .resources(
            "snapshot.storage.k8s.io/v1",
            "volumesnapshots",
            "volumesnapshotcontents",
            "volumesnapshotclasses");
    allowing(asked -> !asked.contains("\"resource\":\"volumesnapshotcontents\""));

    List<CheckLine> lines = check(access(false, Optional.empty()));

    CheckLine rights = line(lines, "rights");
    assertThat(rights.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(rights.seen())
        .isEqualTo(
            "system:serviceaccount:storage:poolkeeper may not list"
                + " volumesnapshotcontents.snapshot.storage.k8s.io");
    assertThat(rights.next())
        .isEqualTo(
            "grant it: kubectl create clusterrole poolkeeper-volumesnapshotcontents --verb=list"
                + " --resource=volumesnapshotcontents.snapshot.storage.k8s.io && kubectl create"
                + " clusterrolebinding poolkeeper-volumesnapshotcontents"
                + " --clusterrole=poolkeeper-volumesnapshotcontents"
                + " --serviceaccount=storage:poolkeeper");
    assertThat(outcomes(lines)).containsOnlyOnce("rights FAILED").contains("clock OK");
    assertThat(line(lines, "add-ons").seen()).startsWith("volume snapshots installed");
  }

  @Test
  void kubeletsThatMayNotBeAskedAreAWarning() throws Exception {
    allowing(asked -> !asked.contains("\"subresource\":\"proxy\""));

    CheckLine stats = line(check(access(true, Optional.empty())), "volume stats");

    assertThat(stats.outcome()).isEqualTo(Outcome.WARNING);
    assertThat(stats.seen()).endsWith("so the fill level of claims stays unknown");
    assertThat(stats.next()).endsWith(", or set volume-stats: false");
  }

  @Test
  void nothingIsTriedAfterALoginThatWasRefused() throws Exception {
    try (FakeApiServer refusing = FakeApiServer.tls(TestCertificate.valid())) {
      refusing.on(WHO, 401, FakeApiServer.status(401, "Unauthorized", "Unauthorized"));

      List<CheckLine> lines = check(ClusterReading.access(refusing.kubeconfig(directory)));

      assertThat(outcomes(lines))
          .containsExactly(
              "configuration OK",
              "network OK",
              "TLS OK",
              "login FAILED",
              "API SKIPPED",
              "rights SKIPPED",
              "add-ons SKIPPED",
              "clock SKIPPED");
      assertThat(line(lines, "API").seen()).isEqualTo("not tried, as login failed");
    }
  }

  @Test
  void everyStepIsNamedWhenNotEvenTheConfigurationIsThere() {
    List<CheckLine> lines = check(ClusterReading.access(directory.resolve("none")));

    assertThat(outcomes(lines))
        .containsExactly(
            "configuration FAILED",
            "network SKIPPED",
            "TLS SKIPPED",
            "login SKIPPED",
            "API SKIPPED",
            "rights SKIPPED",
            "add-ons SKIPPED",
            "clock SKIPPED");
    assertThat(line(lines, "configuration").next()).isNotBlank();
  }

  @Test
  void unknownHostFailsAtTheNetwork() throws Exception {
    Path file = FakeApiServer.kubeconfig(directory, "https://api.prod-a.invalid:6443", "");

    List<CheckLine> lines = check(ClusterReading.access(file));

    assertThat(line(lines, "network").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(line(lines, "network").seen()).isEqualTo("the host api.prod-a.invalid is unknown");
    assertThat(line(lines, "TLS").outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void foreignAuthorityFailsAtTls() throws Exception {
    Path file = FakeApiServer.kubeconfig(directory, "https://localhost:" + server.port(), "");

    CheckLine tls = line(check(ClusterReading.access(file)), "TLS");

    assertThat(tls.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(tls.seen()).endsWith("comes from an authority that is not trusted");
  }

  @Test
  void unverifiedTlsIsAWarning() throws Exception {
    Path file =
        FakeApiServer.kubeconfig(
            directory, "https://localhost:" + server.port(), "insecure-skip-tls-verify: true");

    CheckLine tls = line(check(ClusterReading.access(file)), "TLS");

    assertThat(tls.outcome()).isEqualTo(Outcome.WARNING);
    assertThat(tls.seen()).startsWith("not verified (insecure-skip-tls-verify), shown by CN=");
  }

  @Test
  void certificateThatEndsSoonIsAWarning() throws Exception {
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofDays(34_000));
    try (ClusterReading cluster = new ClusterReading(access(false, Optional.empty()), late)) {
      List<CheckLine> lines = cluster.check();

      assertThat(line(lines, "TLS").outcome()).isEqualTo(Outcome.WARNING);
      assertThat(line(lines, "clock").outcome()).isEqualTo(Outcome.FAILED);
      assertThat(line(lines, "clock").seen()).endsWith("behind ours");
    }
  }

  @Test
  void prometheusIsTriedWhateverTheClusterSays() throws Exception {
    server.on(
        "/api/v1/query",
        """
        {"status": "success", "data": {"resultType": "vector", "result":
         [{"metric": {}, "value": [1770775200, "12"]}]}}""");
    PrometheusAccess prometheus =
        new PrometheusAccess(
            URI.create("https://localhost:" + server.port()),
            Optional.empty(),
            new TlsTrust.Pinned(TestCertificate.valid().sha256()),
            "",
            90);
    ClusterAccess access =
        ClusterReading.access(
            directory.resolve("none"), false, Duration.ofSeconds(20), Optional.of(prometheus));

    CheckLine line = line(check(access), "Prometheus");

    assertThat(line.outcome()).isEqualTo(Outcome.OK);
    assertThat(line.seen()).isEqualTo("knows 12 claims");
  }
}
