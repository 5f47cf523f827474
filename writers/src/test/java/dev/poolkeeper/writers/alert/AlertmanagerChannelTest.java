package dev.poolkeeper.writers.alert;

import static dev.poolkeeper.writers.channel.SampleNotices.parcel;
import static dev.poolkeeper.writers.channel.SampleNotices.pool;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Program;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.channel.StubServer.Said;
import dev.poolkeeper.writers.http.HttpCaller;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.notice.NoticeTexts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AlertmanagerChannelTest {

  private static final Instant NOW = Instant.parse("2026-02-11T02:10:00Z");

  private final CompactJson json = new CompactJson();

  private static AlertmanagerChannel channel(Clock clock, HttpCaller... members) {
    return new AlertmanagerChannel(
        new Alertmanagers(List.of(members), Optional.of("Basic " + base64("u:p"))),
        new AlertmanagerChannel.Terms(Duration.ofHours(26), Map.of("team", "storage")),
        new NoticeTexts(Optional.empty()),
        clock);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Test
  void alertIsKnownByItsTopicAndEndsWhenTheNextNightDoesNotRepeatIt() {
    try (StubServer server = new StubServer(asked -> new Said(200, ""));
        AlertmanagerChannel channel = channel(at(NOW), server.caller())) {
      Receipt receipt =
          channel.send(
              parcel(channel.make(pool(NoticeKind.OPENED, Severity.WARNING)), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(receipt.reference()).contains("warning");
      assertThat(server.asked().get(0).path()).isEqualTo("/api/v2/alerts");
      assertThat(server.asked().get(0).headers()).containsEntry("authorization", "Basic dTpw");
      JsonNode alert = json.tree(server.asked().get(0).body()).get(0);
      assertThat(alert.path("labels").toString())
          .isEqualTo(
              "{\"alertname\":\"pool-fills\",\"code\":\"PK401\",\"pool\":\"tank\",\"service\":\"poolkeeper\","
                  + "\"severity\":\"warning\",\"source\":\"nas1\",\"subject\":\"nas1/pools/tank\","
                  + "\"team\":\"storage\",\"topic\":\"PK401:nas1/pools/tank\"}");
      assertThat(alert.path("startsAt").asString()).isEqualTo("2026-02-08T00:00:00Z");
      assertThat(alert.path("endsAt").asString()).isEqualTo("2026-02-12T04:10:00Z");
      assertThat(alert.path("annotations").path("description").asString())
          .contains("tank fills up", "Order disks.");
    }
  }

  @Test
  void otherSeverityEndsTheAlertThatIsThereAndRecoveryEndsTheLast() {
    try (StubServer server = new StubServer(asked -> new Said(200, ""));
        AlertmanagerChannel channel = channel(at(NOW), server.caller())) {
      channel.send(
          parcel(
              channel.make(pool(NoticeKind.CHANGED, Severity.CRITICAL)), Optional.of("warning")));
      JsonNode both = json.tree(server.asked().get(0).body());
      assertThat(both).hasSize(2);
      assertThat(both.get(0).path("labels").path("severity").asString()).isEqualTo("warning");
      assertThat(both.get(0).path("endsAt").asString()).isEqualTo("2026-02-11T02:10:00Z");
      assertThat(both.get(1).path("labels").path("severity").asString()).isEqualTo("critical");
      assertThat(both.get(1).path("endsAt").asString()).isEqualTo("2026-02-12T04:10:00Z");

      channel.send(
          parcel(
              channel.make(pool(NoticeKind.RECOVERED, Severity.CRITICAL)),
              Optional.of("critical")));
      JsonNode end = json.tree(server.asked().get(1).body());
      assertThat(end).hasSize(1);
      assertThat(end.get(0).path("labels")).isEqualTo(both.get(1).path("labels"));
      assertThat(end.get(0).path("endsAt").asString()).isEqualTo("2026-02-11T02:10:00Z");
    }
  }

  @Test
  void labelsOfEveryTopicAreValidAndItsOwn() {
    for (String topic :
        List.of(
            "PK102@nas1",
            "more",
            "proposal:P-17",
            "PK307:prod-a/persistentvolumeclaims/shop/data")) {
      Map<String, String> labels = AlertLabels.of(topic, "warning", Map.of());
      assertThat(labels).containsEntry("topic", topic).containsKey("alertname");
      assertThat(labels.keySet()).allMatch(name -> name.matches("[a-zA-Z_][a-zA-Z0-9_]*"));
    }
    assertThat(AlertLabels.of("PK102@nas1", "info", Map.of()))
        .containsEntry("source", "nas1")
        .containsEntry("alertname", "backend-without-volume");
    assertThat(AlertLabels.of("PK307:prod-a/persistentvolumeclaims/shop/data", "info", Map.of()))
        .containsEntry("namespace", "shop");
  }

  @Test
  void oneMemberIsEnoughAndTheOthersAreNamed() {
    try (StubServer good = new StubServer(asked -> new Said(200, ""));
        StubServer bad = new StubServer(asked -> new Said(503, "starting"));
        AlertmanagerChannel channel = channel(at(NOW), bad.caller(), good.caller())) {
      Receipt receipt =
          channel.send(
              parcel(channel.make(pool(NoticeKind.OPENED, Severity.WARNING)), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(receipt.outcome().said()).startsWith("taken by 1 of 2: ").contains("503");
      assertThat(good.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"400, REFUSED", "401, NOT_ALLOWED", "429, DEFERRED", "500, DEFERRED", "0, DEFERRED"})
  void answersThatAreNotGood(int status, Kind kind) {
    try (StubServer server = new StubServer(asked -> new Said(status, "no"));
        AlertmanagerChannel channel = channel(at(NOW), server.caller())) {
      byte[] made = channel.make(pool(NoticeKind.OPENED, Severity.WARNING));
      assertThat(channel.send(parcel(made, Optional.empty())).outcome().kind()).isEqualTo(kind);
    }
  }

  /** The real one shows the alert, changes its severity, and has none when it is over. */
  @Test
  void alertmanagerItselfTakesAndEndsIt(@TempDir Path folder) throws IOException {
    Path program = Program.installed("prometheus-alertmanager");
    Files.writeString(
        folder.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    int port = Program.port();
    try (Program server =
            Program.start(
                folder,
                port,
                List.of(
                    program.toString(),
                    "--config.file=alertmanager.yml",
                    "--storage.path=" + folder,
                    "--cluster.listen-address=",
                    "--web.listen-address=127.0.0.1:" + port));
        AlertmanagerChannel channel =
            channel(
                Clock.systemUTC(),
                StubServer.caller(server.url()),
                StubServer.caller(URI.create("http://127.0.0.1:9")))) {
      assertThat(channel.probe(false))
          .extracting(Probe::result)
          .containsExactly(Probe.Result.OK, Probe.Result.FAILED);
      Receipt first =
          channel.send(
              parcel(channel.make(pool(NoticeKind.OPENED, Severity.WARNING)), Optional.empty()));
      assertThat(first.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(severities(server)).containsExactly("warning");
      Receipt second =
          channel.send(
              parcel(channel.make(pool(NoticeKind.CHANGED, Severity.CRITICAL)), first.reference()));
      assertThat(severities(server)).containsExactly("critical");
      channel.send(
          parcel(channel.make(pool(NoticeKind.RECOVERED, Severity.CRITICAL)), second.reference()));
      assertThat(severities(server)).isEmpty();
    }
  }

  private List<String> severities(Program server) {
    return json.tree(server.get("/api/v2/alerts").substring(4))
        .valueStream()
        .map(alert -> alert.path("labels").path("severity").asString())
        .toList();
  }
}
