package dev.poolkeeper.tests.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Matter;
import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.delivery.Origin;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.tests.channel.Listener.Reply;
import dev.poolkeeper.writers.channel.Parcel;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.http.HttpPlace;
import dev.poolkeeper.writers.notice.NoticeTexts;
import dev.poolkeeper.writers.webhook.WebhookChannel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks over real connections. */
class WebhookChannelTest {

  private static final Instant NOW = Instant.parse("2026-02-11T03:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString("key".getBytes(UTF_8));

  @TempDir private Path folder;
  private final Listener listener;

  WebhookChannelTest() throws IOException {
    listener = Listener.start();
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private WebhookChannel channel(Optional<Path> templates) {
    return new WebhookChannel(
        new HttpPlace(
            URI.create(listener.url() + "/hook"),
            false,
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(2)),
        Optional.of(SECRET),
        new NoticeTexts(templates),
        CallContext.unobserved(CLOCK));
  }

  private static Notice notice(String name) {
    Finding finding =
        new Finding(
            FindingCode.BACKEND_WITHOUT_VOLUME,
            Subject.parse("nas1/datasets/tank/" + name),
            FindingStatus.NEW,
            Severity.WARNING,
            true,
            NOW,
            NOW,
            3,
            OptionalLong.of(1L << 30),
            List.of("no volume names " + name),
            Optional.empty(),
            Optional.empty());
    return new Notice(
        new Origin("nightly", 7, "1.0", true, Optional.of("https://reports.example.com/x")),
        "webhook/nightly/2026-02-11/events/PK102:" + name + "/r1",
        finding.fingerprint(),
        LocalDate.of(2026, 2, 11),
        NoticeKind.OPENED,
        Severity.WARNING,
        "PK102 backend-without-volume: " + name,
        new Matter.OneFinding(
            ActionLine.of(finding, Optional.of(new Owner("media", "label team")))),
        List.of(),
        Optional.empty());
  }

  private Receipt send(Notice notice) {
    WebhookChannel channel = channel(Optional.empty());
    return channel.send(
        new Parcel(
            notice.key(),
            notice.topic(),
            new String(channel.make(notice), UTF_8),
            Optional.empty(),
            1));
  }

  @Test
  void whatIsSentIsSignedAndComplete() throws Exception {
    assertThat(send(notice("pvc-1")).outcome().kind()).isEqualTo(Outcome.Kind.DELIVERED);

    Listener.Heard heard = listener.heard().get(0);
    String id = heard.headers().getOrDefault("webhook-id", "");
    assertThat(id).matches("msg_[0-9a-f]{32}");
    assertThat(heard.headers())
        .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("key".getBytes(UTF_8), "HmacSHA256"));
    String signed = id + "." + NOW.getEpochSecond() + "." + heard.body();
    assertThat(heard.headers())
        .containsEntry(
            "webhook-signature",
            "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
    JsonNode event = new JsonMapper().readTree(heard.body());
    assertThat(event.path("type").asString()).isEqualTo("finding.opened");
    assertThat(event.path("demo").asBoolean()).isTrue();
    assertThat(event.path("findings").path(0).path("owner").path("name").asString())
        .isEqualTo("media");
    assertThat(event.path("text").asString())
        .contains("DEMO DATA", "no volume names pvc-1", "zfs list -r -t all", "1 GiB");
  }

  @Test
  void theSameKeyIsTheSameMessageAndAnotherIsAnother() {
    send(notice("a"));
    send(notice("a"));
    send(notice("b"));
    assertThat(listener.heard().stream().map(h -> h.headers().get("webhook-id")).distinct())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED", "204, DELIVERED", "301, NOT_ALLOWED", "400, REFUSED", "401, NOT_ALLOWED",
    "403, NOT_ALLOWED", "404, REFUSED", "408, DEFERRED", "413, REFUSED", "429, DEFERRED",
    "500, DEFERRED", "503, DEFERRED", "0, UNKNOWN"
  })
  void answersMeanWhatTheyMeanForTheNextTry(int status, Outcome.Kind kind) {
    listener.script(new Reply(status, Map.of("Location", "https://elsewhere.example.com/"), ""));
    assertThat(send(notice("a")).outcome().kind()).isEqualTo(kind);
    assertThat(listener.heard()).hasSize(1);
  }

  @Test
  void howLongToWaitIsReadAsSecondsAndAsADate() {
    listener.script(
        new Reply(429, Map.of("Retry-After", "17"), ""),
        new Reply(503, Map.of("Retry-After", "Wed, 11 Feb 2026 03:01:00 GMT"), ""),
        new Reply(503, Map.of("Retry-After", "soon"), ""));
    assertThat(send(notice("a")).retryAfter()).contains(Duration.ofSeconds(17));
    assertThat(send(notice("a")).retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(send(notice("a")).retryAfter()).isEmpty();
  }

  @Test
  void whatARefusalSaysIsShownOnOneLineWithNothingHidden() {
    listener.script(new Reply(400, Map.of(), "first\n\u001b[31msecond \u202e" + "x".repeat(500)));
    assertThat(send(notice("a")).outcome().said())
        .startsWith("POST " + listener.url() + "/hook: 400 first \\u001b[31msecond \\u202e")
        .hasSizeLessThan(400);
  }

  @Test
  void nobodyThereIsSaidOfTheHostOnly() {
    listener.close();
    Receipt receipt = send(notice("a"));
    assertThat(receipt.outcome().kind()).isEqualTo(Outcome.Kind.UNREACHABLE);
    assertThat(receipt.outcome().said())
        .startsWith("127.0.0.1:")
        .endsWith("cannot be reached: refused");
  }

  @Test
  void namesBecomeNoMarkup() {
    Node text =
        new NoticeTexts(Optional.empty())
            .of(notice("`x` [a](http://evil.example.com) <b>*bold*</b>"))
            .document();
    List<String> links = new ArrayList<>();
    List<String> html = new ArrayList<>();
    text.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(link.getDestination());
          }

          @Override
          public void visit(HtmlInline inline) {
            html.add(inline.getLiteral());
          }
        });
    assertThat(links).containsExactly("https://reports.example.com/x");
    assertThat(html).isEmpty();
  }

  @Test
  void aTemplateOfTheUsersGoesBeforeOursAndItsValuesAreEscaped() throws Exception {
    Files.writeString(folder.resolve("notice.md.ftl"), "**${page.severity}** ${page.title}");
    String text = new NoticeTexts(Optional.of(folder)).of(notice("*a*")).markdown();
    assertThat(text).isEqualTo("**warning** PK102 backend-without-volume: \\*a\\*\n");
  }

  @Test
  void testsAreSentOnDemandOnly() {
    assertThat(channel(Optional.empty()).probe(false).get(0).result())
        .isEqualTo(Probe.Result.NOT_TRIED);
    assertThat(listener.heard()).isEmpty();
    assertThat(channel(Optional.empty()).probe(true).get(0).result()).isEqualTo(Probe.Result.OK);
    assertThat(listener.heard().get(0).body()).isEqualTo("{\"schemaVersion\":1,\"type\":\"test\"}");
    listener.script(new Reply(401, Map.of(), "who?"));
    assertThat(channel(Optional.empty()).probe(true).get(0))
        .satisfies(probe -> assertThat(probe.result()).isEqualTo(Probe.Result.FAILED));
  }
}
