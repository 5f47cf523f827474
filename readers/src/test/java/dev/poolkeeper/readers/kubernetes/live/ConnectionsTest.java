package dev.poolkeeper.readers.kubernetes.live;

import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.named;
import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.kubernetes.live.ClusterReading.Read;
import dev.poolkeeper.readers.source.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a cluster from being reached, and what is said about it. */
class ConnectionsTest {

  private static final String NODES = "/api/v1/nodes";

  @TempDir Path directory;

  private static CaptureProblem problem(Path kubeconfig) {
    return problem(ClusterReading.access(kubeconfig));
  }

  /** The problem of the first kind; the second must have it too, without another attempt. */
  private static CaptureProblem problem(ClusterAccess access) {
    try (ClusterReading cluster = new ClusterReading(access)) {
      Read nodes = cluster.read(ObjectKind.NODE);
      long calls = cluster.contact().calls();
      Read pods = cluster.read(ObjectKind.POD);

      assertThat(nodes.capture().status()).isEqualTo(CaptureStatus.FAILED);
      assertThat(pods.problem().seen()).isEqualTo(nodes.problem().seen());
      assertThat(pods.problem().next()).isEqualTo(nodes.problem().next());
      assertThat(cluster.contact().calls()).isEqualTo(calls);
      return nodes.problem();
    }
  }

  private Path kubeconfig(String server) throws IOException {
    return FakeApiServer.kubeconfig(directory, server, "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void authorityOfTheKubeconfigIsBelieved() throws Exception {
    try (FakeApiServer server = FakeApiServer.tls(TestCertificate.valid());
        ClusterReading cluster = new ClusterReading(server.kubeconfig(directory))) {
      server.on(NODES, page("Node", "", named("n1")));

      assertThat(cluster.read(ObjectKind.NODE).capture().problems()).isEmpty();
      assertThat(cluster.contact().remarks()).isEmpty();
    }
  }

  @Test
  void certificateOfAForeignAuthorityIsRefused() throws Exception {
    try (FakeApiServer server = FakeApiServer.tls(TestCertificate.valid())) {
      CaptureProblem problem = problem(kubeconfig("https://localhost:" + server.port()));

      assertThat(problem.where()).isEqualTo("list nodes of cluster prod-a");
      assertThat(problem.seen())
          .isEqualTo(
              "the certificate of localhost:%d comes from an authority that is not trusted"
                  .formatted(server.port()));
      assertThat(problem.next()).contains("certificate-authority-data");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void expiredCertificateIsRefusedWithItsDate() throws Exception {
    try (FakeApiServer server = FakeApiServer.tls(TestCertificate.expired())) {
      assertThat(problem(server.kubeconfig(directory)).seen())
          .startsWith("the certificate of localhost:" + server.port() + " has expired (NotAfter: ");
    }
  }

  @Test
  void certificateOfAnotherHostIsRefused() throws Exception {
    try (FakeApiServer server = FakeApiServer.tls(TestCertificate.foreignHost())) {
      assertThat(problem(server.kubeconfig(directory)).seen())
          .startsWith(
              "the certificate of localhost:" + server.port() + " is made for another host (No ");
    }
  }

  @Test
  void unverifiedTlsIsAskedForAndRemarkedUpon() throws Exception {
    try (FakeApiServer server = FakeApiServer.tls(TestCertificate.foreignHost());
        ClusterReading cluster =
            new ClusterReading(
                FakeApiServer.kubeconfig(
                    directory,
                    "https://localhost:" + server.port(),
                    "insecure-skip-tls-verify: true"))) {
      server.on(NODES, page("Node", "", named("n1")));

      assertThat(cluster.read(ObjectKind.NODE).capture().problems()).isEmpty();
      assertThat(cluster.contact().remarks())
          .containsExactly("TLS of cluster prod-a is not verified (insecure-skip-tls-verify)");
    }
  }

  @Test
  void plainHttpWhereTlsIsExpectedIsSaidSo() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      greetWith(server, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");

      assertThat(problem(kubeconfig("https://localhost:" + server.getLocalPort())).seen())
          .isEqualTo(
              "localhost:" + server.getLocalPort() + " speaks no TLS, so probably plain HTTP");
    }
  }

  @Test
  void unknownHostIsSaidSo() throws Exception {
    CaptureProblem problem = problem(kubeconfig("https://api.prod-a.invalid:6443"));

    assertThat(problem.seen()).isEqualTo("the host api.prod-a.invalid is unknown");
    assertThat(problem.next())
        .startsWith("check the server's address in context prod-a of " + directory)
        .endsWith(" and DNS");
  }

  @Test
  void refusedConnectionIsSaidSo() throws Exception {
    int port = freePort();

    assertThat(problem(kubeconfig("https://localhost:" + port)).seen())
        .isEqualTo("localhost:" + port + " refuses connections");
  }

  @Test
  void silenceEndsWithTheCallTimeout() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ClusterReading cluster =
            new ClusterReading(
                ClusterReading.access(
                    kubeconfig("http://localhost:" + silent.getLocalPort()),
                    false,
                    Duration.ofMillis(200),
                    Optional.empty()))) {
      Read read = cluster.read(ObjectKind.NODE);

      assertThat(read.problem().seen())
          .isEqualTo("no answer from localhost:" + silent.getLocalPort() + " in time");
      assertThat(cluster.contact().calls()).isEqualTo(3);
    }
  }

  @Test
  void serverThatIsNothingButBusyIsSoonLeftAlone() throws Exception {
    try (FakeApiServer server = FakeApiServer.plain();
        ClusterReading cluster = new ClusterReading(server.kubeconfig(directory))) {
      server.on(NODES, 503, "overloaded");

      for (int kind = 0; kind < 3; kind++) {
        assertThat(cluster.read(ObjectKind.NODE).problem().seen()).contains("HTTP 503");
      }
      assertThat(cluster.read(ObjectKind.POD).problem().seen()).contains("HTTP 503");
      assertThat(server.requests()).hasSize(9);
    }
  }

  private Path kubeconfigWithPlugin(FakeApiServer server, String script) throws Exception {
    Path plugin = Files.writeString(directory.resolve("plugin.sh"), script);
    return Files.writeString(
        Files.createTempFile(directory, "kubeconfig", ".yaml"),
        Files.readString(server.kubeconfig(directory))
            .replace(
                "user: {token: " + FakeApiServer.TOKEN + "}",
                """
                user:
                    exec:
                      apiVersion: client.authentication.k8s.io/v1
                      interactiveMode: Never
                      command: /bin/sh
                      args: [%s]"""
                    .formatted(plugin)));
  }

  @Test
  void tokenOfAnExecPluginIsUsed() throws Exception {
    try (FakeApiServer server = FakeApiServer.plain()) {
      server.on(NODES, page("Node", "", named("n1")));
      Path file =
          kubeconfigWithPlugin(
              server,
              """
              cat <<END
              {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential",
               "status": {"token": "of-a-plugin"}}
              END
              """);
      try (ClusterReading cluster = new ClusterReading(file)) {
        assertThat(cluster.read(ObjectKind.NODE).capture().problems()).isEmpty();
      }
      assertThat(server.authorizations()).containsOnly("Bearer of-a-plugin");
    }
  }

  @Test
  void execPluginThatFailsIsARefusedLogin() throws Exception {
    try (FakeApiServer server = FakeApiServer.plain()) {
      server.on(NODES, 401, FakeApiServer.status(401, "Unauthorized", "Unauthorized"));

      assertThat(problem(kubeconfigWithPlugin(server, "echo s3cret; exit 1")).toString())
          .contains("log in again", "kubectl --kubeconfig ")
          .doesNotContain("s3cret");
      assertThat(server.authorizations()).isEmpty();
    }
  }

  @Test
  void podIsLoggedInByItsServiceAccount() throws Exception {
    TestCertificate certificate = TestCertificate.valid();
    try (FakeApiServer server = FakeApiServer.tls(certificate)) {
      server.on(NODES, page("Node", "", named("n1")));
      Map<String, String> pod =
          Map.of(
              "kubernetes.auth.tryKubeConfig",
              "false",
              "KUBERNETES_SERVICE_HOST",
              "localhost",
              "KUBERNETES_SERVICE_PORT",
              Integer.toString(server.port()),
              "kubernetes.auth.serviceAccount.token",
              Files.writeString(directory.resolve("token"), "of-a-pod").toString(),
              "kubernetes.certs.ca.file",
              Files.writeString(directory.resolve("ca.crt"), certificate.authorityPem())
                  .toString());
      pod.forEach(System::setProperty);
      try (ClusterReading cluster = new ClusterReading(inCluster())) {
        assertThat(cluster.read(ObjectKind.NODE).capture().problems()).isEmpty();
        assertThat(cluster.check())
            .first()
            .satisfies(
                line -> assertThat(line.seen()).startsWith("the service account of this pod, "));
      } finally {
        pod.keySet().forEach(System::clearProperty);
      }
      assertThat(server.authorizations()).containsOnly("Bearer of-a-pod");
    }
  }

  @Test
  void neitherKubeconfigNorPodIsSaidSo() {
    System.setProperty("kubernetes.auth.tryKubeConfig", "false");
    System.setProperty("kubernetes.auth.tryServiceAccount", "false");
    try {
      assertThat(problem(inCluster()).seen())
          .isEqualTo("there is neither a kubeconfig nor a service account of a pod");
    } finally {
      System.clearProperty("kubernetes.auth.tryKubeConfig");
      System.clearProperty("kubernetes.auth.tryServiceAccount");
    }
  }

  private static ClusterAccess inCluster() {
    return new ClusterAccess(
        "prod-a",
        Optional.empty(),
        Optional.empty(),
        false,
        Duration.ofSeconds(20),
        Optional.empty());
  }

  @Test
  void somethingThatIsNoHttpIsSaidSo() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ClusterReading cluster =
            new ClusterReading(kubeconfig("http://localhost:" + server.getLocalPort()))) {
      greetWith(server, "SSH-2.0-OpenSSH_9.6\r\n");

      assertThat(cluster.read(ObjectKind.NODE).problem().seen())
          .isEqualTo("localhost:" + server.getLocalPort() + " answers something that is no HTTP");
    }
  }

  private static void greetWith(ServerSocket server, String greeting) {
    Thread greeter = new Thread(() -> greet(server, greeting));
    greeter.setDaemon(true);
    greeter.start();
  }

  private static void greet(ServerSocket server, String greeting) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(greeting.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        socket.getInputStream().readAllBytes();
      } catch (IOException gone) {
        // the other side has seen enough
      }
    }
  }

  @Test
  void kubeconfigThatIsNotThereIsSaidSo() {
    Path missing = directory.resolve("none");
    CaptureProblem problem = problem(missing);

    assertThat(problem.where()).isEqualTo("configuration of cluster prod-a");
    assertThat(problem.seen()).isEqualTo(missing + " does not exist");
  }

  @Test
  void unknownContextIsSaidWithThoseThatThereAre() throws Exception {
    Path file = kubeconfig("https://localhost:1");
    ClusterAccess access =
        new ClusterAccess(
            "prod-a",
            Optional.of(file),
            Optional.of("prod-b"),
            false,
            Duration.ofSeconds(5),
            Optional.empty());

    assertThat(problem(access).seen()).isEqualTo(file + " has no context prod-b, it has prod-a");
  }

  @Test
  void unusableKubeconfigsEndInWords() throws Exception {
    for (String content :
        List.of("", "{", "kind: Config", "- a\n- b", "current-context: x\ncontexts: 7")) {
      Path file = Files.writeString(directory.resolve("bad.yaml"), content);

      assertThat(problem(file).where()).as(content).isEqualTo("configuration of cluster prod-a");
    }
  }

  @Test
  void contextWithoutAServerIsSaidSo() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("no-server.yaml"),
            """
            current-context: prod-a
            contexts:
            - name: prod-a
              context: {cluster: missing, user: u}
            """);

    assertThat(problem(file).seen())
        .isEqualTo("context prod-a of " + file + " names no cluster with a server");
  }
}
