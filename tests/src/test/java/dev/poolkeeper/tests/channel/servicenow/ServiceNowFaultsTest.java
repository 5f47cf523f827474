package dev.poolkeeper.tests.channel.servicenow;

import static dev.poolkeeper.processors.delivery.NoticeKind.CHANGED;
import static dev.poolkeeper.processors.delivery.NoticeKind.OPENED;
import static dev.poolkeeper.processors.finding.Severity.WARNING;
import static dev.poolkeeper.tests.channel.ticket.Notices.OTHER_PLAN;
import static dev.poolkeeper.tests.channel.ticket.Notices.PLAN;
import static dev.poolkeeper.tests.channel.ticket.Notices.finding;
import static dev.poolkeeper.tests.channel.ticket.Notices.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Way;
import dev.poolkeeper.writers.channel.Probe;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.channel.TicketAnswer;
import dev.poolkeeper.writers.channel.TicketDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults, and who approved which change. */
class ServiceNowFaultsTest {

  private record Fault(String line, Way way, Answer answer, Kind kind, String said) {}

  private static final String MAKE = "POST .*/incident";

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("GET .*", Way.INSTEAD, Answer.of(503, ""), Kind.DEFERRED, "503"),
        new Fault(
            "GET .*",
            Way.AFTERWARDS,
            Answer.of(200, "<html>hibernating</html>"),
            Kind.DEFERRED,
            "is no JSON"),
        new Fault(
            MAKE,
            Way.INSTEAD,
            new Answer(429, "", Map.of("Retry-After", "5")),
            Kind.DEFERRED,
            "429"),
        new Fault(MAKE, Way.INSTEAD, Answer.of(413, ""), Kind.REFUSED, "413"),
        new Fault(
            MAKE,
            Way.INSTEAD,
            Answer.of(
                403,
                "{\"error\":{\"message\":\"Operation Failed\",\"detail\":\"Data Policy Exception:"
                    + " Caller is mandatory\"}}"),
            Kind.REFUSED,
            "403 Operation Failed: Data Policy Exception: Caller is mandatory"),
        new Fault(
            MAKE,
            Way.INSTEAD,
            Answer.of(403, "{\"error\":{\"message\":\"User Not Authorized\"}}"),
            Kind.NOT_ALLOWED,
            "403 User Not Authorized"),
        new Fault(
            MAKE, Way.AFTERWARDS, Answer.of(201, "{}"), Kind.UNKNOWN, "does not say its sys_id"),
        new Fault(
            MAKE, Way.DROP_AFTERWARDS, Answer.of(0, ""), Kind.UNKNOWN, "broke the connection"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultHasItsOutcome(Fault fault) {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      lab.stub.http.fail(fault.line(), fault.way(), fault.answer());
      Receipt receipt = lab.send(finding(OPENED, "k/1", WARNING), 1);
      assertThat(receipt.outcome().kind()).as(receipt.outcome().said()).isEqualTo(fault.kind());
      assertThat(receipt.outcome().said()).contains(fault.said());
      lab.send(finding(OPENED, "k/1", WARNING), 2);
      assertThat(lab.stub.records("incident")).hasSize(1);
    }
  }

  @Test
  void aWrongPasswordStopsTheChannel() {
    try (ServiceNowLab lab = new ServiceNowLab("incident", "wrong", Map.of())) {
      Receipt receipt = lab.send(finding(OPENED, "k/1", WARNING));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(receipt.outcome().said())
          .contains("401 User Not Authenticated: Required to provide Auth information")
          .doesNotContain("wrong");
      assertThat(lab.channel.probe(false))
          .extracting(Probe::result)
          .containsExactly(Probe.Result.FAILED);
    }
  }

  @Test
  void anUnknownTableIsSaid() {
    try (ServiceNowLab lab = new ServiceNowLab("u_nope", ServiceNowStub.PASSWORD, Map.of())) {
      Receipt receipt = lab.send(finding(OPENED, "k/1", WARNING));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(receipt.outcome().said()).contains("400 Invalid table u_nope");
      assertThat(lab.channel.probe(true))
          .extracting(probe -> probe.what() + " " + probe.result())
          .containsExactly("login OK", "table u_nope FAILED", "table change_request OK");
    }
  }

  /**
   * ServiceNow drops fields that an account may not write; every night would make another incident.
   */
  @Test
  void aCorrelationThatWasDroppedStopsTheChannel() {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      lab.stub.notWritable.add("correlation_id");
      Receipt receipt = lab.send(finding(OPENED, "k/1", WARNING));
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(receipt.outcome().said()).contains("INC002 was made without its correlation_id");
    }
  }

  private static String asked(ServiceNowLab lab) {
    lab.send(proposal(OPENED, "p/1", PLAN));
    return lab.reference();
  }

  @Test
  void approversOnRecordApprove() {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      String change = asked(lab);
      assertThat(lab.channel.decisions(change, PLAN)).isEqualTo(new TicketAnswer.Read(List.of()));
      lab.stub.approve(change, "ann", "ann");
      lab.stub.now = Instant.parse("2026-02-11T03:30:00Z");
      lab.stub.approve(change, "bob", "eve");
      List<TicketDecision> all =
          ((TicketAnswer.Read) lab.channel.decisions(change, PLAN)).decisions();
      assertThat(all)
          .extracting(TicketDecision::by)
          .containsExactly("servicenow:ann@example.com", "servicenow:bob@example.com");
      assertThat(all.get(1).words()).contains("approved at 2026-02-11T03:30:00Z, entered by eve");
    }
  }

  @Test
  void nobodyOnRecordAndOurOwnAccountApproveNothing() {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      String change = asked(lab);
      lab.stub.approve(change, ServiceNowStub.USER, ServiceNowStub.USER);
      assertThat(lab.channel.decisions(change, PLAN))
          .asString()
          .contains("by no approver on record who may decide here");
    }
  }

  @Test
  void whereSomeAreNamedNobodyElseDecides() {
    try (ServiceNowLab lab =
        new ServiceNowLab("incident", ServiceNowStub.PASSWORD, Map.of("ann@example.com", "ann"))) {
      String change = asked(lab);
      lab.stub.approve(change, "eve", "eve");
      lab.stub.approve(change, "ann", "ann");
      assertThat(((TicketAnswer.Read) lab.channel.decisions(change, PLAN)).decisions())
          .extracting(TicketDecision::by)
          .containsExactly("ann");
    }
  }

  @Test
  void anApprovalOfAnotherPlanCountsForNothingAndIsToldOnce() {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      String change = asked(lab);
      lab.stub.approve(change, "ann", "ann");
      assertThat(lab.channel.decisions(change, OTHER_PLAN)).asString().contains("for another plan");
      lab.channel.remark(change, "r/1", "for another plan");
      lab.channel.remark(change, "r/1", "for another plan");
      assertThat(lab.stub.notes.getOrDefault(change, List.of())).hasSize(1);
      lab.send(proposal(CHANGED, "p/1", PLAN), 2);
      assertThat(lab.stub.notes.getOrDefault(change, List.of()))
          .as("what was told before the remark is known all the same")
          .hasSize(1);
    }
  }
}
