package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.live.ConfiguredConnections;
import dev.poolkeeper.jobs.live.LiveConnections;
import dev.poolkeeper.readers.ledger.KnownSnapshotsReader;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly job, wired to an open ledger. */
public final class NightlyContext implements AutoCloseable {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "spring.batch.job.enabled", "false",
          "spring.batch.jdbc.initialize-schema", "never",
          "spring.batch.jdbc.table-prefix", "batch.BATCH_",
          "spring.main.log-startup-info", "false",
          "spring.main.register-shutdown-hook", "false");

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
                    clock)
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
    // logback.xml says it all; Spring Boot would set it up anew and lose what is logged meanwhile
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    return new NightlyContext(
        new SpringApplicationBuilder(NightlyApplication.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .properties(SETTINGS)
            .initializers(
                given -> {
                  ConfigurableListableBeanFactory beans = given.getBeanFactory();
                  beans.registerSingleton("dataSource", dataSource);
                  beans.registerSingleton("configuration", configuration);
                  beans.registerSingleton(
                      "inventorySources",
                      new InventorySources(configuration::liveSystems, connections));
                  beans.registerSingleton("progress", progress);
                  beans.registerSingleton("clock", clock);
                })
            .run());
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
