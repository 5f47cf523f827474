package dev.poolkeeper.writers.chat;

import static dev.poolkeeper.writers.channel.SampleNotices.night;
import static dev.poolkeeper.writers.channel.SampleNotices.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.channel.StubServer.Said;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.report.SampleReports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackChannelTest {

  private static SlackChannel bot(SlackStub slack) {
    return SlackChannel.bot(slack.server().caller(), SlackStub.TOKEN, SlackStub.CHANNEL);
  }

  @Test
  void sameNightToldAgainChangesItsMessageAndTheNextNightGetsItsOwn() {
    try (SlackStub slack = new SlackStub();
        SlackChannel channel = bot(slack)) {
      Receipt first =
          channel.send(parcel(channel.make(night(SampleReports.busy(), 1)), Optional.empty()));
      assertThat(first.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(first.reference()).contains("C0123456789:1700000000.000001 nightly/2026-02-11");

      Receipt again =
          channel.send(parcel(channel.make(night(SampleReports.quiet(), 2)), first.reference()));
      assertThat(again.reference()).isEqualTo(first.reference());
      assertThat(slack.messages()).hasSize(1);
      assertThat(slack.messages().values().iterator().next()).startsWith("OK: ");

      Optional<String> other = first.reference().map(text -> text.replace("02-11", "02-10"));
      channel.send(parcel(channel.make(night(SampleReports.busy(), 1)), other));
      assertThat(slack.messages()).hasSize(2);
    }
  }

  @Test
  void messageThatSomebodyRemovedIsPostedAnew() {
    try (SlackStub slack = new SlackStub();
        SlackChannel channel = bot(slack)) {
      Receipt receipt =
          channel.send(
              parcel(
                  channel.make(night(SampleReports.busy(), 2)),
                  Optional.of("C0123456789:1600000000.000001 nightly/2026-02-11")));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(slack.messages()).containsOnlyKeys("1700000000.000001");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ratelimited, DEFERRED",
    "invalid_auth, NOT_ALLOWED",
    "not_in_channel, NOT_ALLOWED",
    "channel_not_found, NOT_ALLOWED",
    "msg_too_long, REFUSED",
    "msg_blocks_too_long, REFUSED",
    "invalid_blocks, REFUSED",
    "fatal_error, UNKNOWN",
    "service_unavailable, DEFERRED"
  })
  void failuresWithStatus200AreWhatTheirWordSays(String word, Kind kind) {
    try (SlackStub slack = new SlackStub();
        SlackChannel channel = bot(slack)) {
      slack.next(
          new Said(
              200, "{\"ok\":false,\"error\":\"%s\"}".formatted(word), Map.of("Retry-After", "30")));
      Receipt receipt =
          channel.send(parcel(channel.make(night(SampleReports.busy(), 1)), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(kind);
      assertThat(receipt.outcome().said()).contains(word).doesNotContain(SlackStub.TOKEN);
      assertThat(receipt.retryAfter()).contains(Duration.ofSeconds(30));
    }
  }

  /** A message cannot be posted twice without being seen twice; changing it twice does no harm. */
  @Test
  void lostAnswerIsUnknownWhenPostedAndHarmlessWhenChanged() {
    try (SlackStub slack = new SlackStub();
        SlackChannel channel = bot(slack)) {
      byte[] made = channel.make(night(SampleReports.busy(), 1));
      slack.next(new Said(0, ""));
      assertThat(channel.send(parcel(made, Optional.empty())).outcome().kind())
          .isEqualTo(Kind.UNKNOWN);
      Optional<String> reference = channel.send(parcel(made, Optional.empty())).reference();
      slack.next(new Said(0, ""));
      assertThat(channel.send(parcel(made, reference)).outcome().kind()).isEqualTo(Kind.DEFERRED);
      slack.next(new Said(200, "<html>login</html>"));
      assertThat(channel.send(parcel(made, Optional.empty())).outcome().kind())
          .isEqualTo(Kind.UNKNOWN);
    }
  }

  @Test
  void checkNamesTheWorkspaceAndTheWrongToken() {
    try (SlackStub slack = new SlackStub();
        SlackChannel good = bot(slack);
        SlackChannel bad = SlackChannel.bot(slack.server().caller(), "xoxb-old", "C0123456789")) {
      assertThat(good.probe(false)).extracting(Probe::seen).first().isEqualTo("poolkeeper in acme");
      assertThat(good.probe(true)).extracting(Probe::result).containsExactly(Probe.Result.OK);
      assertThat(bad.probe(false)).extracting(Probe::result).containsExactly(Probe.Result.FAILED);
      assertThat(bad.probe(false).get(0).seen()).contains("invalid_auth").doesNotContain("xoxb");
      assertThat(slack.messages()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, ok, DELIVERED",
    "400, invalid_payload, REFUSED",
    "403, action_prohibited, NOT_ALLOWED",
    "404, no_service, NOT_ALLOWED",
    "404, channel_not_found, NOT_ALLOWED",
    "410, channel_is_archived, NOT_ALLOWED",
    "429, rate_limited, DEFERRED",
    "500, rollup_error, DEFERRED"
  })
  void incomingWebhookAnswersWithAStatusAndAWord(int status, String word, Kind kind) {
    CompactJson json = new CompactJson();
    try (StubServer server = new StubServer(asked -> new Said(status, word));
        SlackChannel channel = SlackChannel.webhook(server.caller())) {
      Receipt receipt =
          channel.send(parcel(channel.make(night(SampleReports.busy(), 1)), Optional.empty()));
      assertThat(receipt.outcome().kind()).isEqualTo(kind);
      assertThat(receipt.reference()).isEmpty();
      assertThat(SlackStub.limits(json.tree(server.asked().get(0).body()))).isEmpty();
      assertThat(List.copyOf(channel.probe(false)))
          .extracting(Probe::result)
          .containsExactly(Probe.Result.NOT_TRIED);
    }
  }
}
