package dev.poolkeeper.jobs.batch;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the application context of a job on the ledger's own batch tables. */
public final class JobContext {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "spring.batch.job.enabled", "false",
          "spring.batch.jdbc.initialize-schema", "never",
          "spring.batch.jdbc.table-prefix", "batch.BATCH_",
          "spring.main.log-startup-info", "false",
          "spring.main.register-shutdown-hook", "false");

  private JobContext() {}

  /**
   * @param application the parts list of the job
   * @param given beans that come from outside, by name
   */
  public static ConfigurableApplicationContext open(
      Class<?> application, Map<String, Object> given) {
    // logback.xml says it all; Spring Boot would set it up anew and lose what is logged meanwhile
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .properties(SETTINGS)
        .initializers(context -> given.forEach(context.getBeanFactory()::registerSingleton))
        .run();
  }
}
