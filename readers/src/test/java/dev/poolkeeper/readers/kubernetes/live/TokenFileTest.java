package dev.poolkeeper.readers.kubernetes.live;

import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.named;
import static dev.poolkeeper.readers.kubernetes.live.FakeApiServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.source.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kubeconfig that names a file with the token, as of a pod's service account. */
class TokenFileTest {

  @TempDir Path directory;

  private Path kubeconfig(FakeApiServer server) throws Exception {
    Path file = server.kubeconfig(directory);
    return Files.writeString(
        file,
        Files.readString(file).replaceFirst("user: \\{token: .*}", "user: {tokenFile: token}"));
  }

  @Test
  void tokenOfTheFileIsSentAndTheNextRunSendsTheNextOne() throws Exception {
    try (FakeApiServer server = FakeApiServer.tls(TestCertificate.valid())) {
      server.on("/api/v1/nodes", page("Node", "", named("n1")));
      Path kubeconfig = kubeconfig(server);
      for (String token : new String[] {"first", "rotated"}) {
        Files.writeString(directory.resolve("token"), token + "\n");
        try (ClusterReading cluster = new ClusterReading(kubeconfig)) {
          assertThat(cluster.read(ObjectKind.NODE).capture().problems()).isEmpty();
        }
      }

      assertThat(server.authorizations()).containsExactly("Bearer first", "Bearer rotated");
    }
  }

  @Test
  void fileThatIsNotThereIsNamed() throws Exception {
    try (FakeApiServer server = FakeApiServer.tls(TestCertificate.valid());
        ClusterReading cluster = new ClusterReading(kubeconfig(server))) {
      assertThat(cluster.read(ObjectKind.NODE).problem().seen())
          .contains(directory.resolve("token") + " cannot be read", "tokenFile");
      assertThat(server.requests()).isEmpty();
    }
  }
}
