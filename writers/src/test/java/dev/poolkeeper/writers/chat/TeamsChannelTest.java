package dev.poolkeeper.writers.chat;

import static dev.poolkeeper.writers.channel.SampleNotices.night;
import static dev.poolkeeper.writers.channel.SampleNotices.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.channel.StubServer.Said;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.report.SampleReports;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TeamsChannelTest {

  @Test
  void acceptedIsDeliveredAndTheReceiptSaysThatItIsNoMoreThanThat() {
    try (StubServer server = new StubServer(asked -> new Said(202, ""));
        TeamsChannel channel = new TeamsChannel(server.caller())) {
      Receipt receipt =
          channel.send(parcel(channel.make(night(SampleReports.busy(), 1)), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(receipt.outcome().said()).contains("202, accepted").contains("run history");
      JsonNode message = new CompactJson().tree(server.asked().get(0).body());
      assertThat(message.path("type").asString()).isEqualTo("message");
      JsonNode attachment = message.path("attachments").get(0);
      assertThat(attachment.path("contentType").asString())
          .isEqualTo("application/vnd.microsoft.card.adaptive");
      assertThat(attachment.path("content").path("type").asString()).isEqualTo("AdaptiveCard");
      assertThat(attachment.path("content").path("version").asString()).isEqualTo("1.4");
      assertThat(attachment.path("content").path("actions").get(0).path("url").asString())
          .isEqualTo("https://reports.example.com/2026-02-11/?a=1&b=2");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, '', REFUSED",
    "401, '', NOT_ALLOWED",
    "404, WorkflowNotFound, NOT_ALLOWED",
    "413, '', REFUSED",
    "429, '', DEFERRED",
    "502, '', DEFERRED",
    "0, '', UNKNOWN",
    "200, 'failed with error: Microsoft Teams endpoint returned HTTP error 429', DEFERRED",
    "200, 'failed with error: Microsoft Teams endpoint returned HTTP error 413', REFUSED"
  })
  void answersThatAreNotGood(int status, String body, Kind kind) {
    try (StubServer server = new StubServer(asked -> new Said(status, body));
        TeamsChannel channel = new TeamsChannel(server.caller())) {
      Receipt receipt =
          channel.send(parcel(channel.make(night(SampleReports.busy(), 1)), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(kind);
    }
  }
}
