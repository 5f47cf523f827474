package dev.poolkeeper.readers.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.ObjectKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files far larger than the heap of the process that reads them. */
class LargeFilesTest {

  private static final int ROWS = 20_000;
  private static final String PADDING = "x".repeat(1_500);

  @TempDir Path directory;

  @Test
  void sixtyMegabytesOfNestedDatasetsAreReadInAHeapOf48() throws Exception {
    new EstateFolder(directory).nas("pool.dataset.query", "");
    Path file = directory.resolve("nas/nas1/pool.dataset.query.json");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("[{\"children\": [");
      datasets(out);
      out.write("], \"id\": \"tank\", \"type\": \"FILESYSTEM\"},");
      datasets(out);
      out.write("]");
    }
    assertThat(Files.size(file)).isGreaterThan(60_000_000);

    assertThat(readInSmallHeap("nas1", ObjectKind.DATASET)).isEqualTo("COMPLETE 20001 20001");
  }

  @Test
  void sixtyMegabytesOfPodsAreReadInAHeapOf48() throws Exception {
    new EstateFolder(directory).cluster("pods");
    Path file = directory.resolve("clusters/prod-a/pods.json");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"apiVersion\": \"v1\", \"items\": [");
      for (int index = 0; index < 2 * ROWS; index++) {
        out.write(index == 0 ? "" : ",\n");
        out.write(
            "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"namespace\": \"n\",");
        out.write(" \"name\": \"p-" + index + "\"}, \"log\": \"" + PADDING + "\"}");
      }
      out.write("], \"kind\": \"List\"}");
    }
    assertThat(Files.size(file)).isGreaterThan(60_000_000);

    assertThat(readInSmallHeap("prod-a", ObjectKind.POD)).isEqualTo("COMPLETE 40000 40000");
  }

  private static void datasets(BufferedWriter out) throws IOException {
    for (int index = 0; index < ROWS; index++) {
      out.write(index == 0 ? "" : ",\n");
      out.write("{\"id\": \"tank/pvc-" + index + "\", \"type\": \"FILESYSTEM\", \"note\": \"");
      out.write(PADDING + "\", \"children\": []}");
    }
  }

  private String readInSmallHeap(String source, ObjectKind kind) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                directory.toString(),
                source,
                kind.name())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** Reads one part and prints its status, its rows and how many came through. */
  static final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) {
      AtomicLong objects = new AtomicLong();
      var capture =
          RecordedEstate.open(Path.of(arguments[0]), Instant.EPOCH)
              .read(
                  arguments[1],
                  ObjectKind.valueOf(arguments[2]),
                  object -> objects.incrementAndGet());
      System.out.println(capture.status() + " " + capture.rows() + " " + objects);
    }
  }
}
