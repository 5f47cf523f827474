package dev.poolkeeper.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The poolkeeper.yaml of the ConfigMap, as a pod would read it. */
class DeployedConfigurationTest {

  @TempDir private Path folder;

  @BeforeEach
  void secrets() throws IOException {
    for (String name :
        new String[] {"db-password", "nas1-api-key", "nas1-executor-key", "smtp-password"}) {
      Files.writeString(folder.resolve(name), "secret of " + name);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(
        folder.resolve("poolkeeper.yaml"),
        text.replace("/run/poolkeeper/secrets", folder.toString())
            .replace(
                "/etc/poolkeeper/executor.kubeconfig",
                Manifests.BASE.resolve("executor.kubeconfig").toAbsolutePath().toString()));
  }

  private static String deployed() throws IOException {
    return Files.readString(Manifests.BASE.resolve("poolkeeper.yaml"));
  }

  @Test
  void itIsValidAsItIs() throws IOException {
    Configuration read = new ConfigurationReader(Map.of()).readLive(Optional.of(file(deployed())));

    assertThat(read.database().url()).contains("jdbc:postgresql://postgres/poolkeeper");
    assertThat(read.liveSystems().clusters()).hasSize(1);
    assertThat(read.liveSystems().clusters().get(0).kubeconfig()).isEmpty();
    assertThat(read.mail()).isEmpty();
  }

  @Test
  void whatIsCommentedOutIsValidToo() throws IOException {
    String whole =
        deployed()
            .replaceAll(
                "(?m)^( *)# (?= *(mail|host|username|password-file|from|recipients|-"
                    + " to|executor):)",
                "$1");

    Configuration read = new ConfigurationReader(Map.of()).readExecutors(Optional.of(file(whole)));

    assertThat(read.mail()).isPresent();
    assertThat(read.liveSystems().executors().has("prod-a")).isTrue();
    assertThat(read.liveSystems().executors().has("nas1")).isTrue();
  }

  @Test
  void theNextRunReadsASecretThatWasRotated() throws IOException {
    Path file = file(deployed());
    ConfigurationReader reader = new ConfigurationReader(Map.of());
    assertThat(reader.readLive(Optional.of(file)).database().password())
        .contains("secret of db-password");

    // as a kubelet does it: another file in its place
    Files.writeString(folder.resolve("next"), "rotated\n");
    Files.move(
        folder.resolve("next"), folder.resolve("db-password"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(reader.readLive(Optional.of(file)).database().password()).contains("rotated");
  }

  @Test
  void executorOfThisClusterIsAnotherThanTheReader() throws IOException {
    String kubeconfig = Files.readString(Manifests.BASE.resolve("executor.kubeconfig"));
    assertThat(kubeconfig)
        .contains("tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token")
        .doesNotContain("token: ");
  }
}
