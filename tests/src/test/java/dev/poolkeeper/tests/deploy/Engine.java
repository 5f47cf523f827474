package dev.poolkeeper.tests.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** The engine for containers of this machine, by its command line. */
final class Engine {

  private Engine() {}

  /**
   * Whoever asks for these tests without an engine gets a failure; {@code -Dcontainers.absent=skip}
   * is for a build that has tried to start one.
   */
  static void require() {
    if (answers()) {
      return;
    }
    String message = "No engine for containers answers (docker info), so the image is not tried.";
    if ("skip".equals(System.getProperty("containers.absent"))) {
      System.err.println(message);
      abort(message);
    }
    Assertions.fail(
        message + " Next: install docker.io and start dockerd, or leave -Pcontainers out.");
  }

  private static boolean answers() {
    try {
      return new ProcessBuilder("docker", "info").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException noDocker) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs a command in the checkout and gives what it printed; fails when it does. */
  static String run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Manifests.DEPLOY.resolve("..").toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Assertions.assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + said);
      return said.strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
