package dev.poolkeeper.jobs.housekeeping;

import dev.poolkeeper.jobs.batch.JobContext;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.nightly.Progress;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Housekeeping, wired to an open ledger. */
public final class HousekeepingContext implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private HousekeepingContext(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param clock the one place where now comes from
   */
  public static HousekeepingContext open(
      DataSource dataSource, Configuration configuration, Progress progress, Clock clock) {
    return new HousekeepingContext(
        JobContext.open(
            HousekeepingApplication.class,
            Map.of(
                "dataSource", dataSource,
                "configuration", configuration,
                "progress", progress,
                "clock", clock)));
  }

  public HousekeepingRunner runner() {
    return context.getBean(HousekeepingRunner.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
