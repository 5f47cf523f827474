package dev.poolkeeper.tests.support;

import dev.poolkeeper.jobs.Poolkeeper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The program as a process of its own, so that it can be killed. */
public final class ChildRun implements AutoCloseable {

  private final Process process;
  private final BufferedReader errors;

  private ChildRun(Process process) {
    this.process = process;
    this.errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
  }

  public static ChildRun start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Poolkeeper.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return new ChildRun(builder.start());
  }

  /** Waits until it logs this; fails when it ends without. */
  public void awaitLog(String text) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      if (line.contains(text)) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("it ended before it said " + text + ":\n" + said);
  }

  /** SIGKILL: no hook of it runs. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * SIGTERM, as from a node that is drained.
   *
   * @return its exit code
   */
  public int terminate() throws InterruptedException {
    // Process.destroy would close what it still has to say
    process.toHandle().destroy();
    return process.waitFor();
  }

  /** What else it said, once it has ended. */
  public String rest() {
    return errors.lines().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
