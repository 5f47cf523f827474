package dev.poolkeeper.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The image of {@code deploy/image}, run as a cluster would: another user than root, a root file
 * system that cannot be written, no capabilities, no network but that of the ledger.
 */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIT {

  private static final String PASSWORD = "planted-password-of-the-ledger";
  private static final Duration LONGEST = Duration.ofMinutes(8);

  private final LocalImages images = new LocalImages();
  private final List<AutoCloseable> open = new ArrayList<>();
  private boolean made;

  @TempDir private Path folder;

  @BeforeEach
  void image() {
    Engine.require();
    if (!made) {
      images.make();
      made = true;
    }
  }

  @AfterAll
  void stop() throws Exception {
    for (int last = open.size() - 1; last >= 0; last--) {
      open.get(last).close();
    }
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.add(one);
    return one;
  }

  /** A run to its end; the container is looked at afterwards. */
  private GenericContainer<?> run(
      Network network, Map<String, String> environment, List<Bind> binds, String... arguments) {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(LocalImages.POOLKEEPER))
            .withNetwork(network)
            .withEnv(environment)
            .withCommand(arguments)
            .withStartupAttempts(1)
            .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(LONGEST))
            .withCreateContainerCmdModifier(
                command -> {
                  HostConfig host = command.getHostConfig();
                  if (host != null) {
                    restrict(host, binds);
                  }
                });
    opened(container).start();
    return container;
  }

  private static void restrict(HostConfig host, List<Bind> binds) {
    host.withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory(1L << 30)
        .withTmpFs(
            Map.of(
                "/work", "rw,exec,uid=65532,gid=65532,mode=770",
                "/tmp", "rw,uid=65532,gid=65532,mode=770"))
        .withBinds(binds);
  }

  private Network isolated() {
    return opened(
        Network.builder().createNetworkCmdModifier(command -> command.withInternal(true)).build());
  }

  private void ledger(Network network) {
    opened(
            new GenericContainer<>(DockerImageName.parse(LocalImages.POSTGRES))
                .withNetwork(network)
                .withNetworkAliases("postgres")
                .withEnv(
                    Map.of(
                        "POSTGRES_USER", "poolkeeper",
                        "POSTGRES_DB", "poolkeeper",
                        "POSTGRES_PASSWORD", PASSWORD))
                .waitingFor(
                    Wait.forLogMessage(".*database system is ready to accept connections.*", 2)))
        .start();
  }

  @Test
  void demoRunsWithoutAnythingAround() {
    GenericContainer<?> demo = run(isolated(), Map.of(), List.of(), "demo", "--out", "/work/out");

    assertThat(demo.getLogs(OutputType.STDERR)).contains("DEMO DATA");
    assertThat(demo.getLogs(OutputType.STDOUT)).contains("nightly.pdf");
  }

  @Test
  void nightNeedsNoShellAndKeepsItsSecret() throws IOException {
    Network network = isolated();
    ledger(network);
    Path password = Files.writeString(folder.resolve("db-password"), PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path estate = Path.of("src/test/resources/corpus/base").toAbsolutePath().normalize();
    List<Bind> binds =
        List.of(
            Bind.parse(folder + ":/run/poolkeeper/secrets:ro"),
            Bind.parse(estate + ":/estate:ro"),
            Bind.parse("/dev/null:/usr/bin/sh:ro"));
    Map<String, String> environment =
        Map.of(
            "POOLKEEPER_DB_URL", "jdbc:postgresql://postgres/poolkeeper",
            "POOLKEEPER_DB_USER", "poolkeeper",
            "POOLKEEPER_DB_PASSWORD_FILE", "/run/poolkeeper/secrets/db-password");

    GenericContainer<?> night =
        run(network, environment, binds, "run", "nightly", "--from", "/estate");
    GenericContainer<?> list = run(network, environment, binds, "volumes", "-o", "json");

    assertThat(night.getLogs()).contains("step=deliver status=completed");
    assertThat(list.getLogs(OutputType.STDOUT)).contains("prod-a/persistentvolumes/");
    String inspected = Engine.run(List.of("docker", "inspect", night.getContainerId()));
    assertThat(inspected + night.getLogs() + list.getLogs()).doesNotContain(PASSWORD);
  }

  @Test
  void imageSaysWhatItIs() {
    assertThat(LocalImages.inspected(LocalImages.POOLKEEPER))
        .contains("\"User\": \"65532:65532\"")
        .contains("\"org.opencontainers.image.licenses\": \"Apache-2.0\"")
        .contains("-XX:SharedArchiveFile=/app/classes.jsa");
  }

  @Test
  void sameJarMakesTheSameLayers() {
    List<String> first = LocalImages.layers(LocalImages.POOLKEEPER);
    List<String> again = images.builtAgain();

    // base, libraries, application, an empty folder
    assertThat(again).hasSize(4);
    assertThat(first).hasSize(5).startsWith(again.toArray(new String[0]));
  }
}
