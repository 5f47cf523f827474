package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.batch.JobContext;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.nightly.Progress;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The weekly job, wired to an open ledger. */
public final class WeeklyContext implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private WeeklyContext(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param clock the one place where now comes from
   */
  public static WeeklyContext open(
      DataSource dataSource, Configuration configuration, Progress progress, Clock clock) {
    return new WeeklyContext(
        JobContext.open(
            WeeklyApplication.class,
            Map.of(
                "dataSource", dataSource,
                "configuration", configuration,
                "progress", progress,
                "clock", clock)));
  }

  public WeeklyRunner runner() {
    return context.getBean(WeeklyRunner.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
