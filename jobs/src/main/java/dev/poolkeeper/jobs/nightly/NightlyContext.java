package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.batch.JobContext;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.live.ConfiguredConnections;
import dev.poolkeeper.jobs.live.LiveConnections;
import dev.poolkeeper.readers.ledger.KnownSnapshotsReader;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly job, wired to an open ledger. */
public final class NightlyContext implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private NightlyContext(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param clock the one place where now comes from
   */
  public static NightlyContext open(
      DataSource dataSource, Configuration configuration, Progress progress, Clock clock) {
    KnownSnapshotsReader known = new KnownSnapshotsReader(JdbcClient.create(dataSource));
    LiveConnections connections =
        name ->
            new ConfiguredConnections(
                    configuration.liveSystems(),
                    nas -> known.read(nas.name(), nas.snapshotRefresh(), clock.instant()),
                    clock,
                    progress.watch().observations())
                .open(name);
    return open(dataSource, configuration, connections, progress, clock);
  }

  /** The same with live systems that are opened in another way. */
  public static NightlyContext open(
      DataSource dataSource,
      Configuration configuration,
      LiveConnections connections,
      Progress progress,
      Clock clock) {
    return new NightlyContext(
        JobContext.open(
            NightlyApplication.class,
            Map.of(
                "dataSource", dataSource,
                "configuration", configuration,
                "inventorySources",
                    new InventorySources(configuration::liveSystems, connections, progress.watch()),
                "progress", progress,
                "clock", clock)));
  }

  public NightlyRunner runner() {
    return context.getBean(NightlyRunner.class);
  }

  /** For tests that look at the wiring itself. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
