package dev.poolkeeper.tests.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.cleanup.CleanupContext;
import dev.poolkeeper.jobs.cleanup.CleanupReport;
import dev.poolkeeper.jobs.cleanup.ConfiguredHands;
import dev.poolkeeper.jobs.cleanup.Hands;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.tests.simulator.Faults;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.KubernetesSimulator;
import dev.poolkeeper.tests.simulator.SimulatedEstate;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated estate, and a poolkeeper that may clean it up. The clock of both can be moved. */
final class CleanupLab implements AutoCloseable {

  /**
   * A finding is believed at once; lists are short, so that a few rows are a large part of them.
   */
  private static final String RULES =
      """
        orphans: {confirm-runs: 1, grace: 0s}
        guards: {max-drop-ratio: 0.9}
        proposals: {quarantine: 14d, approval-lasts: 7d}
        report: {formats: json}
      """;

  private final SimulatedEstate systems;
  private final Path configuration;
  private final Poolkeeper poolkeeper;
  private Duration moved = Duration.ZERO;

  CleanupLab(Path folder, LeakyRecording recording, Generation release) {
    this.systems = SimulatedEstate.start(recording.folder(), release);
    this.configuration = systems.writeWithExecutors(folder.resolve("configuration"));
    write(configuration, read(configuration) + RULES);
    this.poolkeeper = SharedServer.poolkeeper(folder);
  }

  TrueNasSimulator nas() {
    return systems.nas("nas1");
  }

  KubernetesSimulator cluster() {
    return systems.cluster("prod-a");
  }

  Poolkeeper poolkeeper() {
    return poolkeeper;
  }

  Path configuration() {
    return configuration;
  }

  /** The configuration with one text in place of another, as a file of its own. */
  Path configuration(String old, String other) {
    String text = read(configuration);
    assertThat(text).contains(old);
    return write(configuration.resolveSibling("changed.yaml"), text.replace(old, other));
  }

  void later(Duration time) {
    moved = moved.plus(time);
    poolkeeper.later(time);
    systems.faults().forEach(faults -> faults.clockOffset(moved));
  }

  /** Every system works again; the time stays. */
  void heal() {
    systems.faults().forEach(Faults::clear);
    later(Duration.ZERO);
  }

  Poolkeeper.Said say(String... words) {
    return say(configuration, words);
  }

  Poolkeeper.Said say(Path config, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    return poolkeeper.run(all.toArray(String[]::new));
  }

  Poolkeeper.Said night() {
    Poolkeeper.Said said = say("run", "nightly", "--out", poolkeeper.out().toString());
    assertThat(said.exitCode()).as(said.toString()).isZero();
    return said;
  }

  Poolkeeper.Said dryRun() {
    return say("run", "cleanup");
  }

  Poolkeeper.Said execute() {
    return say("run", "cleanup", "--execute");
  }

  /** A cleanup in this process, whose hands something comes between. */
  CleanupReport execute(UnaryOperator<Hands> meddling) {
    Configuration read =
        new ConfigurationReader(poolkeeper.environment()).readExecutors(Optional.of(configuration));
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    try (LedgerStore ledger = LedgerStore.server(read.database());
        CleanupContext context =
            CleanupContext.open(
                ledger.dataSource(),
                read,
                meddling.apply(new ConfiguredHands(read, poolkeeper.clock())),
                silent,
                poolkeeper.clock())) {
      return context.run(LocalDate.now(poolkeeper.clock()), Optional.empty(), true, "test");
    }
  }

  /** What a test leaves approved would be carried out by the next. */
  void reject(String name) {
    Poolkeeper.Said said = say("proposals", "reject", id(name), "--reason", "enough");
    assertThat(said.exitCode()).as(said.toString()).isZero();
  }

  /** What the ledger says of a proposal. */
  private record Row(long proposalId, String state, String stage, String planHash) {}

  /** The last proposal about what bears this name. */
  private Row of(String name) {
    return JdbcClient.create(ledger())
        .sql(
            """
            select proposal_id, state, stage, plan_hash from ledger.proposal
            where subject like '%/' || :name order by proposal_id desc limit 1
            """)
        .param("name", name)
        .query(Row.class)
        .optional()
        .orElseThrow(() -> new AssertionError(say("proposals", "--all").toString()));
  }

  String id(String name) {
    return "P-" + of(name).proposalId();
  }

  /** State and stage, as {@code waiting quarantine}. */
  String state(String name) {
    Row proposal = of(name);
    return proposal.state() + " " + proposal.stage();
  }

  /** By its id, or by the name of what it is about. */
  String show(String name) {
    return say("proposals", "show", name.startsWith("P-") ? name : id(name))
        .output()
        .replaceAll("\\s+", " ");
  }

  void approve(String... names) {
    for (String name : names) {
      Poolkeeper.Said said = approval(name);
      assertThat(said.output()).as(said.toString()).contains("is approved");
    }
  }

  /** Of the plan as it is now. */
  Poolkeeper.Said approval(String name) {
    return say(
        "proposals",
        "approve",
        id(name),
        "--hash",
        of(name).planHash().substring(0, 12),
        "--reason",
        "asked",
        "--by",
        "ann");
  }

  /** Findings of the last night that are there, as {@code PK102 gone}. */
  List<String> findings() {
    return findings("new", "persisting", "reopened");
  }

  /** The same of those that are gone since the night before. */
  List<String> resolved() {
    return findings("resolved");
  }

  /** What the resolved finding about a volume had said it would free. */
  long freedBytes(String name) {
    return say("findings", "-o", "json")
        .json()
        .valueStream()
        .filter(f -> f.path("status").asString().equals("resolved"))
        .filter(f -> f.path("subject").asString().endsWith("/" + name))
        .mapToLong(f -> f.path("reclaimableBytes").asLong())
        .sum();
  }

  /**
   * Lets the last night have forecast, for the night to come, that a pool stays as it is.
   *
   * @param margin half of the 95 % band, in bytes
   */
  void forecast(String pool, long margin) {
    int rows =
        JdbcClient.create(ledger())
            .sql(
                """
                update ledger.forecast set outcome = 'forecast', outlook = 'never',
                    days_ahead = '{1, 7}', bands = array[
                        used, used, used - 1, used - 1, used + 1, used + 1,
                        used - :margin, 0, used + :margin, 0]
                from (select day, used_bytes as used from mart.pool_used where subject = :pool) as seen
                where subject = :pool and measure = 'used' and run_on = seen.day
                    and run_on = (select max(run_on) from ledger.run where job = 'nightly')
                """)
            .param("pool", pool)
            .param("margin", margin)
            .update();
    assertThat(rows).isEqualTo(1);
  }

  /** What the list says of the estimate of a proposal. */
  JsonNode outcome(String name) {
    return say("proposals", "--all", "-o", "json")
        .json()
        .valueStream()
        .filter(p -> p.path("id").asString().equals(id(name)))
        .map(p -> p.path("outcome"))
        .findFirst()
        .orElseThrow();
  }

  /** The report of the last night. */
  JsonNode report() {
    try (Stream<Path> files = Files.walk(poolkeeper.out())) {
      Path newest =
          files
              .filter(f -> f.endsWith("nightly.json"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      return new JsonMapper().readTree(Files.readString(newest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> findings(String... statuses) {
    return say("findings", "-o", "json")
        .json()
        .valueStream()
        .filter(f -> List.of(statuses).contains(f.path("status").asString()))
        .map(
            f ->
                f.path("code").asString()
                    + " "
                    + f.path("subject").asString().replaceFirst(".*/", ""))
        .toList();
  }

  /** The NFS share of a volume. */
  JsonNode share(String name) {
    return nas().rows("sharing.nfs.query").stream()
        .filter(row -> row.path("path").asString().endsWith("/" + name))
        .findFirst()
        .orElseThrow();
  }

  /** The ledger, past every command. */
  DriverManagerDataSource ledger() {
    Map<String, String> environment = poolkeeper.environment();
    return new DriverManagerDataSource(
        environment.getOrDefault("POOLKEEPER_DB_URL", ""),
        environment.getOrDefault("POOLKEEPER_DB_USER", ""),
        environment.getOrDefault("POOLKEEPER_DB_PASSWORD", ""));
  }

  JsonNode dataset(String name) {
    return nas().rows("pool.dataset.query").stream()
        .filter(row -> row.path("id").asString().endsWith("/" + name))
        .findFirst()
        .orElseThrow();
  }

  /** All there is on all systems. */
  SortedMap<String, String> everything() {
    SortedMap<String, String> all = new TreeMap<>();
    systems.clusters().forEach((name, one) -> add(all, name, one.everything()));
    systems.appliances().forEach((name, one) -> add(all, name, one.everything()));
    return all;
  }

  private static void add(
      SortedMap<String, String> all, String source, Map<String, String> objects) {
    objects.forEach((name, text) -> all.put(source + " " + name, text));
  }

  /** What differs from what there was: a name with - for gone, + for new, ~ for changed. */
  List<String> changes(SortedMap<String, String> before) {
    SortedMap<String, String> now = everything();
    List<String> changes = new ArrayList<>();
    before.forEach(
        (name, text) -> {
          if (!now.containsKey(name)) {
            changes.add("- " + name);
          } else if (!text.equals(now.get(name))) {
            changes.add("~ " + name);
          }
        });
    now.keySet().stream()
        .filter(name -> !before.containsKey(name))
        .forEach(name -> changes.add("+ " + name));
    return changes;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    systems.close();
  }
}
