package dev.poolkeeper.tests.support;

import dev.poolkeeper.jobs.command.CommandLines;
import dev.poolkeeper.jobs.command.Session;
import dev.poolkeeper.jobs.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line in this process, with an environment and a ledger of its own. */
public final class Poolkeeper {

  /** What a command said and returned. */
  public record Said(int exitCode, String output, String errors) {

    public JsonNode json() {
      return new JsonMapper().readTree(output);
    }
  }

  private final Map<String, String> environment = new TreeMap<>();
  private final Path folder;
  private Clock clock = Clock.systemUTC();

  /**
   * @param folder holds the home and the reports; must exist
   */
  public Poolkeeper(Path folder) {
    this.folder = folder;
    Folders.letOthersPass(folder);
    environment.put("POOLKEEPER_HOME", folder.resolve("home").toString());
    environment.put("HOME", folder.toString());
  }

  public Poolkeeper with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** From now on every command takes it to be later than it is. */
  public void later(Duration time) {
    clock = Clock.offset(clock, time);
  }

  public Clock clock() {
    return clock;
  }

  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  public Path home() {
    return folder.resolve("home");
  }

  public Path out() {
    return folder.resolve("out");
  }

  public Said run(String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Terminal terminal = Terminal.of(environment, stream(output), stream(errors));
    Session session = new Session(environment, terminal, clock);
    int exitCode = CommandLines.of(session, environment).execute(arguments);
    return new Said(
        exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** The nightly run of a recorded estate. */
  public Said night(Path estate, String... further) {
    return run(
        concat(
            List.of("run", "nightly", "--from", estate.toString(), "--out", out().toString()),
            further));
  }

  /** The findings of a night, as their JSON says. */
  public List<JsonNode> findings(String date) {
    return findings(date, finding -> true);
  }

  public List<JsonNode> findings(String date, Predicate<JsonNode> which) {
    Said said = run("findings", "-o", "json", "--date", date);
    if (said.exitCode() != 0) {
      throw new AssertionError(said);
    }
    return said.json().valueStream().filter(which).toList();
  }

  private static String[] concat(List<String> first, String... rest) {
    String[] all = new String[first.size() + rest.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < first.size() ? first.get(i) : rest[i - first.size()];
    }
    return all;
  }
}
