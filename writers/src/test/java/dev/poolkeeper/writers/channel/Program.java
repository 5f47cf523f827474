package dev.poolkeeper.writers.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real server of others, where it is installed; without it the test says so and is skipped. */
public final class Program implements AutoCloseable {

  private static final int TRIES = 100;
  private static final long WAIT_MILLIS = 100;

  private final Process process;
  private final URI url;

  private Program(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** The file of a program that is on the path. */
  public static Path installed(String name) {
    Optional<Path> file =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(file.isPresent(), name + " is not installed here: see .ci/run");
    return file.orElseThrow();
  }

  /** A port that was free a moment ago. */
  public static int port() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts it, and waits until it is ready.
   *
   * @param folder to work in; its output goes to a file there
   */
  public static Program start(Path folder, int port, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      Program program = new Program(process, URI.create("http://127.0.0.1:" + port));
      program.await(folder.resolve("output"));
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(Path output) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        if (get("/-/ready").startsWith("200")) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
      }
      try {
        TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    close();
    throw new IllegalStateException("it did not get ready: " + Files.readString(output));
  }

  public URI url() {
    return url;
  }

  /** Status and body of what it answers. */
  public String get(String path) {
    try {
      var response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url + path))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
