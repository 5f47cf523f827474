package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.batch.JobContext;
import dev.poolkeeper.jobs.batch.LedgerRunner;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.live.ConfiguredConnections;
import dev.poolkeeper.jobs.live.LiveConnections;
import dev.poolkeeper.jobs.nightly.InventorySources;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The cleanup, wired to an open ledger. */
public final class CleanupContext implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Configuration configuration;
  private final DataSource dataSource;

  private CleanupContext(
      ConfigurableApplicationContext context, Configuration configuration, DataSource dataSource) {
    this.context = context;
    this.configuration = configuration;
    this.dataSource = dataSource;
  }

  /**
   * @param hands what acts; asked by a run that executes only
   * @param clock the one place where now comes from
   */
  public static CleanupContext open(
      DataSource dataSource,
      Configuration configuration,
      Hands hands,
      Progress progress,
      Clock clock) {
    LiveConnections connections =
        name ->
            new ConfiguredConnections(
                    configuration.liveSystems(),
                    nas -> KnownSnapshots.NONE,
                    clock,
                    progress.watch().observations())
                .open(name);
    return new CleanupContext(
        JobContext.open(
            CleanupApplication.class,
            Map.of(
                "dataSource", dataSource,
                "configuration", configuration,
                "inventorySources",
                    new InventorySources(configuration::liveSystems, connections, progress.watch()),
                "hands", hands,
                "progress", progress,
                "clock", clock)),
        configuration,
        dataSource);
  }

  /**
   * Looks at every approved proposal, and carries it out if told so.
   *
   * @param night the last one that the ledger knows
   * @param from a recorded estate in place of the live systems; only without execute
   * @throws dev.poolkeeper.jobs.batch.JobFailed when a step failed
   */
  public CleanupReport run(LocalDate night, Optional<Path> from, boolean execute, String version) {
    if (execute && from.isPresent()) {
      throw new IllegalArgumentException("a recorded estate cannot be cleaned up");
    }
    Map<String, String> policy = new TreeMap<>(configuration.policy());
    policy.put("execute", Boolean.toString(execute));
    long run =
        context
            .getBean(LedgerRunner.class)
            .run(
                night,
                version,
                policy,
                one ->
                    new CleanupParameters(night, one.attempt(), execute, from).toJobParameters());
    new RunWriter(JdbcClient.create(dataSource), new JsonMapper()).done(run);
    return context.getBean(CleanupReport.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
