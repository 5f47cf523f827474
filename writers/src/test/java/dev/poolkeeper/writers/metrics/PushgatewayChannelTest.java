package dev.poolkeeper.writers.metrics;

import static dev.poolkeeper.writers.channel.SampleNotices.night;
import static dev.poolkeeper.writers.channel.SampleNotices.parcel;
import static dev.poolkeeper.writers.channel.SampleNotices.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Program;
import dev.poolkeeper.writers.channel.RunEnd;
import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.channel.StubServer.Asked;
import dev.poolkeeper.writers.channel.StubServer.Said;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.report.SampleReports;
import dev.poolkeeper.writers.report.SampleWeeks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushgatewayChannelTest {

  private static final Instant END = Instant.parse("2026-02-11T02:10:00Z");

  private static PushgatewayChannel channel(HttpCaller http) {
    return new PushgatewayChannel(http, Map.of("cluster", "prod/a"), Optional.of("Bearer token"));
  }

  @Test
  void reportReplacesItsGroupAndAFailedRunOnlyAddsToIt() {
    try (StubServer server = new StubServer(asked -> new Said(200, ""));
        PushgatewayChannel channel = channel(server.caller())) {
      channel.send(parcel(channel.make(night(SampleReports.busy(), 1)), Optional.empty()));
      channel.ended(new RunEnd("nightly", false, END, Duration.ofMillis(61_500)));
      channel.send(
          parcel(channel.make(week(SampleWeeks.named("nas1/pools/tank"))), Optional.empty()));
      assertThat(server.asked()).extracting(Asked::method).containsExactly("PUT", "POST", "PUT");
      assertThat(server.asked())
          .extracting(Asked::path)
          .containsExactly(
              "/metrics/job/poolkeeper_nightly/cluster@base64/cHJvZC9h",
              "/metrics/job/poolkeeper_nightly/cluster@base64/cHJvZC9h",
              "/metrics/job/poolkeeper_weekly_capacity/cluster@base64/cHJvZC9h");
      assertThat(server.asked().get(0).headers())
          .containsEntry("content-type", "text/plain; version=0.0.4; charset=utf-8")
          .containsEntry("authorization", "Bearer token");
      assertThat(server.asked().get(0).body())
          .contains("poolkeeper_findings{", "poolkeeper_source_parts{")
          .contains("poolkeeper_pool_days_to_full{end=\"earliest\",nas=\"nas1\",pool=\"tank\"} 31")
          .contains("poolkeeper_last_success_timestamp_seconds ", "poolkeeper_last_run_records ");
      assertThat(server.asked().get(1).body())
          .contains(
              "poolkeeper_last_run_status 0", "poolkeeper_last_run_timestamp_seconds 1770775800")
          .contains("poolkeeper_last_run_duration_seconds 61.5")
          .doesNotContain("success_");
    }
  }

  /** Series of single volumes would never be forgotten there. */
  @Test
  void noSeriesIsOfOneObject() {
    try (PushgatewayChannel channel =
        channel(StubServer.caller(java.net.URI.create("http://127.0.0.1:9")))) {
      assertThat(new String(channel.make(night(SampleReports.huge(), 1)), UTF_8))
          .doesNotContain("pvc-")
          .hasSizeLessThan(20_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "202, DELIVERED",
    "400, REFUSED",
    "401, NOT_ALLOWED",
    "500, DEFERRED"
  })
  void answers(int status, Kind kind) {
    try (StubServer server = new StubServer(asked -> new Said(status, ""));
        PushgatewayChannel channel = channel(server.caller())) {
      byte[] made = channel.make(night(SampleReports.busy(), 1));
      assertThat(channel.send(parcel(made, Optional.empty())).outcome().kind()).isEqualTo(kind);
    }
  }

  /** The real one takes every line, and a failed run leaves the last success where it was. */
  @Test
  void pushgatewayItselfKeepsTheLastSuccess(@TempDir Path folder) {
    Path program = Program.installed("prometheus-pushgateway");
    int port = Program.port();
    try (Program server =
            Program.start(
                folder,
                port,
                List.of(program.toString(), "--web.listen-address=127.0.0.1:" + port));
        PushgatewayChannel channel = channel(StubServer.caller(server.url()))) {
      assertThat(channel.probe(true)).extracting(Probe::result).containsOnly(Probe.Result.OK);
      assertThat(
              channel
                  .send(
                      parcel(
                          channel.make(night(SampleReports.named("a\"b\\c 日"), 1)),
                          Optional.empty()))
                  .outcome()
                  .kind())
          .isEqualTo(Kind.DELIVERED);
      channel.ended(new RunEnd("nightly", true, END, Duration.ofSeconds(60)));
      channel.ended(new RunEnd("nightly", false, END.plusSeconds(86_400), Duration.ofSeconds(3)));
      String metrics = server.get("/metrics");
      String labels = "{cluster=\"prod/a\",instance=\"\",job=\"poolkeeper_nightly\"} ";
      assertThat(metrics)
          .contains("poolkeeper_last_success_timestamp_seconds" + labels + "1.7707758e+09")
          .contains("poolkeeper_last_run_timestamp_seconds" + labels + "1.7708622e+09")
          .contains("poolkeeper_last_run_status" + labels + "0")
          .contains("poolkeeper_night_verdict{")
          .doesNotContain("poolkeeper_test");
      assertThat(
              channel
                  .send(
                      parcel(
                          channel.make(week(SampleWeeks.named("nas1/pools/a"))), Optional.empty()))
                  .outcome()
                  .kind())
          .isEqualTo(Kind.DELIVERED);
    }
  }
}
