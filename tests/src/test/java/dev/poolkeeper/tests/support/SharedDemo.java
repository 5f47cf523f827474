package dev.poolkeeper.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The demo, started once for all tests of this JVM that look at it. Its ledger may have further
 * nights and runs by then: only what earlier tests found there may be relied on.
 *
 * @param poolkeeper the command line that it was started from
 * @param first what that said
 */
public record SharedDemo(Poolkeeper poolkeeper, Poolkeeper.Said first) {

  private static final class Holder {

    private static final SharedDemo DEMO = start();

    private static SharedDemo start() {
      try {
        Path folder = Files.createTempDirectory("poolkeeper-demo");
        Folders.letOthersPass(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Poolkeeper poolkeeper =
            new Poolkeeper(folder).with("POOLKEEPER_REPORT_FORMATS", "html,pdf,json,markdown");
        return new SharedDemo(
            poolkeeper, poolkeeper.run("demo", "--out", poolkeeper.out().toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static SharedDemo get() {
    return Holder.DEMO;
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
