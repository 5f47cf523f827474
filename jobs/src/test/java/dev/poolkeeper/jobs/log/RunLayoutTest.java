package dev.poolkeeper.jobs.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunLayoutTest {

  private static String line(Map<String, String> environment, @Nullable Throwable failure) {
    LoggingEvent event =
        new LoggingEvent(
            "logger",
            new LoggerContext().getLogger("dev.poolkeeper.jobs.nightly.StepLog"),
            Level.INFO,
            "step={} status=started",
            failure,
            new Object[] {"cap\u001b[31mture"});
    event.setInstant(Instant.parse("2026-02-11T02:00:04.005Z"));
    event.setMDCPropertyMap(Map.of("run", "17", "job", "nightly", "trace", "abc"));
    return new RunLayout(environment).doLayout(event);
  }

  @Test
  void linesAreJsonWithTheRunUnlessSomebodyWatches() {
    String line = line(Map.of(), new IllegalStateException("no"));
    assertThat(line.strip().lines()).hasSize(1);
    JsonNode read = new JsonMapper().readTree(line);
    assertThat(read.path("time").asString()).isEqualTo("2026-02-11T02:00:04.005Z");
    assertThat(read.path("level").asString()).isEqualTo("INFO");
    assertThat(read.path("run").asString()).isEqualTo("17");
    assertThat(read.path("job").asString()).isEqualTo("nightly");
    assertThat(read.path("trace").asString()).isEqualTo("abc");
    assertThat(read.path("message").asString()).startsWith("step=cap").endsWith("status=started");
    assertThat(read.path("error").asString()).startsWith("java.lang.IllegalStateException: no");
  }

  @Test
  void linesAreTextOnATerminalAndWhereItIsAskedFor() {
    String text = "2026-02-11T02:00:04.005Z INFO  step=cap";
    assertThat(line(Map.of("POOLKEEPER_PROGRESS", "1"), null))
        .startsWith(text)
        .endsWith("started\n");
    assertThat(line(Map.of("POOLKEEPER_LOG_FORMAT", "text"), null)).startsWith(text);
    assertThat(line(Map.of("POOLKEEPER_PROGRESS", "1", "POOLKEEPER_LOG_FORMAT", "json"), null))
        .startsWith("{\"time\"");
  }
}
