package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs Postgres programs under the server's account; what they say goes to the server's log.
 *
 * <p>They get an environment of their own, so that a PGDATA, PGPORT or LANG of the caller does not
 * change what they do, and English messages, so that they can be recognised.
 */
record ServerPrograms(
    PostgresBinaries binaries, ServerAccount account, Path folder, ServerLog log) {

  /** Whether the program ended well within its time. */
  boolean run(Duration limit, String program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(account.prefix());
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    ownEnvironment(builder.environment());
    Process process = builder.start();
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } finally {
      process.destroy();
    }
  }

  private static void ownEnvironment(Map<String, String> environment) {
    String path = Optional.ofNullable(environment.get("PATH")).orElse("/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }
}
