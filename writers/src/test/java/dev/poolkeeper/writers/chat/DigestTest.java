package dev.poolkeeper.writers.chat;

import static dev.poolkeeper.writers.channel.SampleNotices.night;
import static dev.poolkeeper.writers.channel.SampleNotices.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.writers.channel.StubServer;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.report.HostileNames;
import dev.poolkeeper.writers.report.SampleReports;
import dev.poolkeeper.writers.report.SampleWeeks;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DigestTest {

  private static final String CALLS =
      "<!channel> @here <https://evil.example|click> `*_~ [a](http://b)";

  private final CompactJson json = new CompactJson();
  private final SlackChannel slack =
      SlackChannel.webhook(StubServer.caller(URI.create("http://127.0.0.1:9")));
  private final TeamsChannel teams =
      new TeamsChannel(StubServer.caller(URI.create("http://127.0.0.1:9")));

  private JsonNode slack(byte[] made) {
    return json.tree(new String(made, UTF_8)).path("message");
  }

  private static List<String> texts(JsonNode node, List<String> into) {
    if (node.path("text").isString()) {
      into.add(node.path("text").asString());
    }
    node.valueStream().forEach(child -> texts(child, into));
    return into;
  }

  @Test
  void bothSayVerdictScoreChangesRoomActionsAndOwner() {
    byte[] blocks = slack.make(night(SampleReports.busy(), 1));
    byte[] card = teams.make(night(SampleReports.busy(), 1));
    for (byte[] made : List.of(blocks, card)) {
      assertThat(new String(made, UTF_8))
          .contains("CRITICAL", "of 100", "new,", "nas1/pools/tank", "2026-03-14 to", "80 %")
          .contains("What changed", "What to do first", "shop-team", "may be approved")
          .contains("The whole report", "run 17")
          .doesNotContain("DEMO");
    }
    assertThat(slack.make(night(SampleReports.busy(), 1))).isEqualTo(blocks);
    assertThat(new String(teams.make(night(SampleReports.busy(), 3)), UTF_8))
        .contains("revision 3");
  }

  @Test
  void weekIsToldToo() {
    for (byte[] made :
        List.of(
            slack.make(week(SampleWeeks.named("tank"))),
            teams.make(week(SampleWeeks.named("tank"))))) {
      assertThat(new String(made, UTF_8))
          .contains("ATTENTION", "Soonest full", "Order by", "Pools");
    }
    assertThat(new String(teams.make(week(SampleWeeks.empty())), UTF_8)).contains("Soonest full");
  }

  @Test
  void demoSaysSoFirst() {
    JsonNode message = slack(slack.make(night(SampleReports.demo(SampleReports.busy()), 1)));
    assertThat(message.path("text").asString()).startsWith("DEMO DATA: ");
    assertThat(message.path("blocks").get(0).toString()).contains("DEMO DATA");
    JsonNode card =
        json.tree(
            new String(teams.make(night(SampleReports.demo(SampleReports.busy()), 1)), UTF_8));
    assertThat(card.path("attachments").get(0).path("content").path("body").get(0).toString())
        .contains("DEMO DATA");
  }

  @Test
  void hugeAndHostileReportsKeepEveryLimit() {
    List<String> names = new ArrayList<>(HostileNames.ALL);
    names.add(CALLS);
    names.add("&".repeat(2000));
    names.add("\"".repeat(2000));
    names.add("日".repeat(2000));
    for (String name : names) {
      for (byte[] made :
          List.of(
              slack.make(night(SampleReports.named(name), 1)),
              slack.make(week(SampleWeeks.named(name))),
              slack.make(night(SampleReports.huge(), 1)))) {
        JsonNode message = slack(made);
        assertThat(SlackStub.limits(message)).as(name).isEmpty();
        assertThat(message.path("blocks").toString().length()).isLessThan(SlackMessage.LONGEST);
      }
      for (byte[] made :
          List.of(
              teams.make(night(SampleReports.named(name), 1)),
              teams.make(week(SampleWeeks.named(name))),
              teams.make(night(SampleReports.huge(), 1)))) {
        assertThat(made.length).isLessThan(28 * 1024);
      }
    }
    assertThat(new String(slack.make(night(SampleReports.huge(), 1)), UTF_8))
        .contains("more, in the report");
  }

  @Test
  void foreignNamesCallNobodyInSlack() {
    List<String> texts =
        texts(slack(slack.make(night(SampleReports.named(CALLS), 1))), new ArrayList<>());
    assertThat(String.join("\n", texts)).contains("&lt;!channel&gt;");
    for (String text : texts) {
      assertThat(text.replaceAll("<https://reports\\.example\\.com[^>]*>", "")).doesNotContain("<");
    }
    slack(slack.make(night(SampleReports.named(CALLS), 1)))
        .path("blocks")
        .findValues("text")
        .forEach(
            text -> {
              if (text.path("type").asString("").equals("mrkdwn")) {
                assertThat(text.path("verbatim").asBoolean(false)).isTrue();
              }
            });
  }

  /** Text runs know no markup; whatever is Markdown has its signs escaped. */
  @Test
  void foreignNamesAreNoMarkupInTeams() {
    JsonNode card = json.tree(new String(teams.make(night(SampleReports.named(CALLS), 1)), UTF_8));
    JsonNode body = card.path("attachments").get(0).path("content").path("body");
    for (JsonNode element : body) {
      assertThat(element.path("type").asString()).isIn("RichTextBlock", "FactSet");
      for (JsonNode fact : element.path("facts")) {
        assertThat(fact.path("value").asString().replaceAll("\\\\.", ""))
            .doesNotContainPattern("[*`\\[\\]<]");
      }
    }
    assertThat(TeamsCard.escaped("[a](b)*")).isEqualTo("\\[a\\]\\(b\\)\\*");
  }
}
