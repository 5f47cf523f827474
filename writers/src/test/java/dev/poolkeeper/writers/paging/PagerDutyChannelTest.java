package dev.poolkeeper.writers.paging;

import static dev.poolkeeper.writers.channel.SampleNotices.finding;
import static dev.poolkeeper.writers.channel.SampleNotices.parcel;
import static dev.poolkeeper.writers.channel.SampleNotices.pool;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.SampleNotices;
import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.channel.StubServer.Asked;
import dev.poolkeeper.writers.channel.StubServer.Said;
import dev.poolkeeper.writers.json.CompactJson;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PagerDutyChannelTest {

  private static final String KEY = "R0UT1NGKEY";

  private final CompactJson json = new CompactJson();
  private final Map<String, String> alerts = new TreeMap<>();

  /** Takes what the documentation of Events API v2 takes, and keeps alerts by their key. */
  private Said answer(Asked asked) {
    JsonNode event = json.tree(asked.body());
    if (asked.path().equals("/v2/change/enqueue")) {
      return event.path("payload").path("timestamp").asString("").isEmpty()
          ? new Said(400, "{\"status\":\"invalid event\"}")
          : new Said(202, "{\"status\":\"success\"}");
    }
    String action = event.path("event_action").asString("");
    String key = event.path("dedup_key").asString("");
    JsonNode payload = event.path("payload");
    boolean good =
        event.path("routing_key").asString("").equals(KEY)
            && key.length() <= 255
            && asked.body().length() <= 512 * 1024
            && (action.equals("resolve")
                || (action.equals("trigger")
                    && payload.path("summary").asString("").length() <= 1024
                    && !payload.path("summary").asString("").isEmpty()
                    && !payload.path("source").asString("").isEmpty()
                    && payload
                        .path("severity")
                        .asString("")
                        .matches("critical|error|warning|info")));
    if (!good) {
      return new Said(
          400, "{\"status\":\"invalid event\",\"errors\":[\"Event object is invalid\"]}");
    }
    alerts.put(key, action.equals("trigger") ? payload.path("severity").asString() : "resolved");
    return new Said(202, "{\"status\":\"success\",\"dedup_key\":\"k\"}");
  }

  private static PagerDutyChannel channel(StubServer server, String key) {
    return new PagerDutyChannel(server.caller(), key, Clock.systemUTC());
  }

  @Test
  void oneAlertFollowsTheMatterToItsEnd() {
    try (StubServer server = new StubServer(this::answer);
        PagerDutyChannel channel = channel(server, KEY)) {
      String key = "poolkeeper/PK401:nas1/pools/tank";
      Receipt receipt =
          channel.send(
              parcel(channel.make(pool(NoticeKind.OPENED, Severity.WARNING)), Optional.empty()));
      assertThat(receipt.reference()).contains(key);
      assertThat(alerts).isEqualTo(Map.of(key, "warning"));
      channel.send(
          parcel(channel.make(pool(NoticeKind.CHANGED, Severity.CRITICAL)), Optional.empty()));
      assertThat(alerts).isEqualTo(Map.of(key, "critical"));
      channel.send(
          parcel(channel.make(pool(NoticeKind.RECOVERED, Severity.CRITICAL)), Optional.empty()));
      assertThat(alerts).isEqualTo(Map.of(key, "resolved"));
      assertThat(server.asked()).extracting(Asked::path).containsOnly("/v2/enqueue");
    }
  }

  @Test
  void theKeyIsNotInWhatIsStored() {
    try (StubServer server = new StubServer(this::answer);
        PagerDutyChannel channel = channel(server, KEY)) {
      String made = new String(channel.make(pool(NoticeKind.OPENED, Severity.CRITICAL)), UTF_8);
      assertThat(made).doesNotContain(KEY).contains("\"links\"", "\"component\"", "\"class\"");
      assertThat(
              json.tree(made)
                  .path("payload")
                  .path("custom_details")
                  .path("evidence")
                  .get(0)
                  .asString())
          .isEqualTo("tank fills up");
    }
  }

  @Test
  void longTopicsAreCutAndToldApart() {
    String one = PagerEvent.key("PK102:nas1/datasets/" + "a".repeat(400) + "1");
    String other = PagerEvent.key("PK102:nas1/datasets/" + "a".repeat(400) + "2");
    assertThat(one).hasSize(PagerEvent.LONGEST_KEY).isNotEqualTo(other);
  }

  @Test
  void theLargestNoticeIsTaken() {
    String name = "nas1/datasets/" + "\"\\日".repeat(500);
    ActionLine line =
        finding(
            FindingCode.BACKEND_WITHOUT_VOLUME,
            Severity.WARNING,
            name,
            Collections.nCopies(50, "\"\\".repeat(5_000)).toArray(String[]::new));
    Notice many =
        new Notice(
            SampleNotices.origin("nightly"),
            "key",
            "PK102@nas1",
            SampleNotices.NIGHT,
            NoticeKind.OPENED,
            Severity.WARNING,
            "x".repeat(200),
            new Matter.ManyFindings(Collections.nCopies(500, line), 1_000),
            List.of(),
            Optional.empty());
    try (StubServer server = new StubServer(this::answer);
        PagerDutyChannel channel = channel(server, KEY)) {
      Receipt receipt = channel.send(parcel(channel.make(many), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(server.asked().get(0).body()).contains("1460 more");
    }
  }

  @Test
  void wrongKeyIsADeadLetterThatSaysWhy() {
    try (StubServer server = new StubServer(this::answer);
        PagerDutyChannel channel = channel(server, "wrong")) {
      Receipt receipt =
          channel.send(
              parcel(channel.make(pool(NoticeKind.OPENED, Severity.CRITICAL)), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.REFUSED);
      assertThat(receipt.outcome().said()).contains("400", "invalid event").doesNotContain("wrong");
      assertThat(channel.probe(true)).extracting(Probe::result).containsExactly(Probe.Result.OK);
      assertThat(server.asked().get(1).path()).isEqualTo("/v2/change/enqueue");
      assertThat(channel.probe(false))
          .extracting(Probe::result)
          .containsExactly(Probe.Result.NOT_TRIED);
    }
  }

  @ParameterizedTest
  @CsvSource({"429, DEFERRED", "500, DEFERRED", "403, NOT_ALLOWED", "413, REFUSED", "200, REFUSED"})
  void otherAnswers(int status, Kind kind) {
    try (StubServer server = new StubServer(asked -> new Said(status, "?"));
        PagerDutyChannel channel = channel(server, KEY)) {
      assertThat(
              channel
                  .send(
                      parcel(
                          channel.make(pool(NoticeKind.OPENED, Severity.CRITICAL)),
                          Optional.empty()))
                  .outcome()
                  .kind())
          .isEqualTo(kind);
    }
  }
}
