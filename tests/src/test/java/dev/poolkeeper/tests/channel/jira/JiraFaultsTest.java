package dev.poolkeeper.tests.channel.jira;

import static dev.poolkeeper.processors.delivery.NoticeKind.CHANGED;
import static dev.poolkeeper.processors.delivery.NoticeKind.OPENED;
import static dev.poolkeeper.processors.finding.Severity.WARNING;
import static dev.poolkeeper.tests.channel.ticket.Notices.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Way;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is said in one clear line, and tried again where that helps. */
class JiraFaultsTest {

  private record Fault(String line, Way way, Answer answer, Kind kind, String said) {}

  private static final String MAKE = "POST .*/issue";
  private static final String LOOK = "GET .*/search.*";

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault(LOOK, Way.INSTEAD, Answer.of(500, ""), Kind.DEFERRED, "500"),
        new Fault(
            LOOK,
            Way.INSTEAD,
            Answer.of(502, "<html>bad\n gateway</html>"),
            Kind.DEFERRED,
            "502 <html>bad gateway</html>"),
        new Fault(
            LOOK,
            Way.INSTEAD,
            Answer.of(403, "{\"errorMessages\":[\"no licence\"]}"),
            Kind.NOT_ALLOWED,
            "403 no licence"),
        new Fault(
            LOOK,
            Way.AFTERWARDS,
            Answer.of(200, "<html>log in</html>"),
            Kind.DEFERRED,
            "is no JSON: <html>log in</html>"),
        new Fault(
            MAKE,
            Way.INSTEAD,
            new Answer(429, "", Map.of("Retry-After", "77")),
            Kind.DEFERRED,
            "429"),
        new Fault(MAKE, Way.INSTEAD, Answer.of(413, "too large"), Kind.REFUSED, "413 too large"),
        new Fault(
            MAKE,
            Way.INSTEAD,
            Answer.of(
                400,
                "{\"errorMessages\":[],\"errors\":{\"customfield_10042\":\"Team is required.\"}}"),
            Kind.NOT_ALLOWED,
            "400 customfield_10042: Team is required."),
        new Fault(
            MAKE,
            Way.INSTEAD,
            Answer.of(400, "{\"errorMessages\":[\"odd\"],\"errors\":{\"summary\":\"too odd\"}}"),
            Kind.REFUSED,
            "400 odd; summary: too odd"),
        new Fault(MAKE, Way.AFTERWARDS, Answer.of(201, "{\"ke"), Kind.UNKNOWN, "is no JSON"),
        new Fault(MAKE, Way.AFTERWARDS, Answer.of(201, "{}"), Kind.UNKNOWN, "does not say its key"),
        new Fault(
            MAKE, Way.DROP_AFTERWARDS, Answer.of(0, ""), Kind.UNKNOWN, "broke the connection"));
  }

  /** And once the fault is over there is one ticket, whatever it was. */
  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultHasItsOutcome(Fault fault) {
    try (JiraLab lab = new JiraLab(true)) {
      lab.stub.http.fail(fault.line(), fault.way(), fault.answer());

      Receipt receipt = lab.send(finding(OPENED, "k/1", WARNING), 1);

      assertThat(receipt.outcome().kind()).as(receipt.outcome().said()).isEqualTo(fault.kind());
      assertThat(receipt.outcome().said()).contains(fault.said()).doesNotContain(JiraStub.TOKEN);
      assertThat(lab.send(finding(OPENED, "k/1", WARNING), 2).outcome().kind())
          .isEqualTo(Kind.DELIVERED);
      assertThat(lab.stub.world.only().comments).isEmpty();
    }
  }

  @Test
  void howLongToWaitIsHandedOn() {
    try (JiraLab lab = new JiraLab(false)) {
      lab.send(finding(OPENED, "k/1", WARNING));
      lab.stub.http.fail(
          "POST .*/comment", Way.INSTEAD, new Answer(429, "", Map.of("Retry-After", "77")));
      assertThat(lab.send(finding(CHANGED, "k/2", WARNING)).retryAfter())
          .contains(Duration.ofSeconds(77));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWrongTokenStopsTheChannel(boolean cloud) {
    try (JiraLab lab = new JiraLab(cloud, "OPS", "wrong", Map.of())) {
      Receipt receipt = lab.send(finding(OPENED, "k/1", WARNING));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(receipt.outcome().said()).contains("401 Client must be authenticated");
      assertThat(lab.channel.probe(false)).hasSize(1);
      assertThat(lab.channel.probe(false).get(0).result()).isEqualTo(Probe.Result.FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUnknownProjectIsSaid(boolean cloud) {
    try (JiraLab lab = new JiraLab(cloud, "NOPE", JiraStub.TOKEN, Map.of())) {
      Receipt receipt = lab.send(finding(OPENED, "k/1", WARNING));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(receipt.outcome().said())
          .contains("The value 'NOPE' does not exist for the field 'project'");
      List<Probe> probes = lab.channel.probe(true);
      assertThat(probes.get(1).what()).isEqualTo("project NOPE");
      assertThat(probes.get(1).seen()).isEqualTo("there is none that this account may see");
      assertThat(lab.stub.world.issues).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProbeSaysWhatIsMissingAndMakesNothing(boolean cloud) {
    try (JiraLab lab = new JiraLab(cloud)) {
      lab.stub.world.lacking.add("TRANSITION_ISSUES");
      assertThat(lab.channel.probe(true))
          .extracting(probe -> probe.what() + ": " + probe.result() + ", " + probe.seen())
          .containsExactly(
              "login: OK, poolkeeper (%s)".formatted(cloud ? "5b10:poolkeeper" : "poolkeeper"),
              "project OPS: OK, Operations",
              "issue type Task: OK, can be made in OPS",
              "rights: FAILED, the account lacks TRANSITION_ISSUES",
              "transitions: NOT_TRIED, their names (Reopen, Done) can only be looked up on a"
                  + " ticket");
      assertThat(lab.stub.http.lines()).noneMatch(line -> !line.startsWith("GET"));
    }
  }
}
