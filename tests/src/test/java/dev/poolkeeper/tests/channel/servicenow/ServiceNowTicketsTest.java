package dev.poolkeeper.tests.channel.servicenow;

import static dev.poolkeeper.processors.delivery.NoticeKind.CHANGED;
import static dev.poolkeeper.processors.delivery.NoticeKind.OPENED;
import static dev.poolkeeper.processors.delivery.NoticeKind.RECOVERED;
import static dev.poolkeeper.processors.delivery.NoticeKind.REOPENED;
import static dev.poolkeeper.processors.finding.Severity.CRITICAL;
import static dev.poolkeeper.processors.finding.Severity.WARNING;
import static dev.poolkeeper.tests.channel.ticket.Notices.OTHER_PLAN;
import static dev.poolkeeper.tests.channel.ticket.Notices.PLAN;
import static dev.poolkeeper.tests.channel.ticket.Notices.finding;
import static dev.poolkeeper.tests.channel.ticket.Notices.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One incident per finding and one change request per plan, whatever answer is lost. */
class ServiceNowTicketsTest {

  private record Case(
      String name,
      Consumer<ServiceNowLab> before,
      Notice sent,
      String requests,
      String after,
      String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Notice NEW = finding(OPENED, "k/1", WARNING);
  private static final Notice WORSE = finding(CHANGED, "k/2", CRITICAL);
  private static final Notice OTHER = finding(CHANGED, "k/2", WARNING);
  private static final Notice BACK = finding(REOPENED, "k/3", WARNING);
  private static final Notice OVER = finding(RECOVERED, "k/9", WARNING);

  static Stream<Case> situations() {
    Consumer<ServiceNowLab> none = lab -> {};
    Consumer<ServiceNowLab> open = lab -> lab.send(NEW);
    Consumer<ServiceNowLab> over = open.andThen(lab -> lab.send(OVER));
    Consumer<ServiceNowLab> closed =
        open.andThen(lab -> lab.stub.set("incident", lab.reference(), Map.of("state", "7")));
    Consumer<ServiceNowLab> costly =
        open.andThen(
            lab ->
                lab.stub.set(
                    "incident",
                    lab.reference(),
                    Map.of("state", "6", "close_code", "Not Solved (Too Costly)")));
    Consumer<ServiceNowLab> later = lab -> lab.stub.now = lab.stub.now.plus(Duration.ofDays(15));
    return Stream.of(
        new Case("new", none, NEW, "GET, POST", "1/0", "made INC002"),
        new Case("changed", open, WORSE, "GET, PATCH", "1/1", "as it stands now"),
        new Case("over", open, OVER, "GET, PATCH", "6/1", "has a note and is closed"),
        new Case("over, closed before", closed, OVER, "GET, GET", "7/0", "closed already"),
        new Case("over, never told", none, OVER, "GET", "", "never had a record"),
        new Case("back in time", over, BACK, "GET, GET, PATCH", "2/2", "as it stands now"),
        new Case(
            "back too late",
            over.andThen(later),
            BACK,
            "GET, GET, POST",
            "6/1 1/0",
            "follows INC002"),
        new Case(
            "back, but closed for good",
            closed,
            BACK,
            "GET, GET, POST",
            "7/0 1/0",
            "follows INC002"),
        new Case("closed by people", closed, OTHER, "GET, GET", "7/0", "no worse"),
        new Case("closed by people, worse", closed, WORSE, "GET, GET, POST", "7/0 1/0", "follows"),
        new Case("too costly, worse", costly, WORSE, "GET, GET", "6/0", "it was left alone"),
        new Case(
            "ledger forgot",
            open.andThen(ServiceNowLab::forget),
            OTHER,
            "GET, PATCH",
            "1/1",
            "as it stands now"),
        new Case("told before", open, NEW, "GET", "1/0", "told of it before"));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void everySituationHasItsWay(Case each) {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      each.before().accept(lab);
      lab.stub.http.lines();

      Receipt receipt = lab.send(each.sent());

      assertThat(receipt.outcome().kind())
          .as(receipt.outcome().said())
          .isEqualTo(Outcome.Kind.DELIVERED);
      assertThat(receipt.outcome().said()).contains(each.said());
      assertThat(
              String.join(
                  ", ",
                  lab.stub.http.lines().stream().map(l -> l.replaceFirst(" .*", "")).toList()))
          .isEqualTo(each.requests());
      assertThat(state(lab, "incident")).isEqualTo(each.after());
    }
  }

  private static String state(ServiceNowLab lab, String table) {
    return String.join(
        " ",
        lab.stub.records(table).stream()
            .map(
                record ->
                    "%s/%d"
                        .formatted(
                            record.get("state"),
                            lab.stub.notes.getOrDefault(record.get("sys_id"), List.of()).size()))
            .toList());
  }

  @Test
  void anIncidentSaysWhatIsKnown() {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      lab.send(NEW);
      Map<String, String> incident = lab.stub.records("incident").get(0);
      assertThat(incident).containsEntry("impact", "2").containsEntry("category", "storage");
      assertThat(incident.get("description"))
          .contains("no PersistentVolume names it")
          .doesNotContain("**");
      assertThat(incident.get("correlation_id")).matches("pk-[0-9a-f]{16}");

      lab.send(OVER);
      assertThat(lab.stub.records("incident").get(0))
          .containsEntry("close_code", "Resolved by caller");
    }
  }

  /** Each delivery writes once, and that request carries the mark by which it is known again. */
  @ParameterizedTest
  @MethodSource("situations")
  void whateverAnswerIsLostNothingIsMadeTwice(Case each) {
    int requests = each.requests().split(",", -1).length;
    for (int cut = 0; cut < requests; cut++) {
      try (ServiceNowLab lab = new ServiceNowLab()) {
        each.before().accept(lab);
        lab.stub.http.lines();
        lab.stub.http.dropAfter(cut);
        lab.send(each.sent(), 1);
        Receipt second = lab.send(each.sent(), 2);
        assertThat(second.outcome().kind())
            .as(second.outcome().said())
            .isEqualTo(Outcome.Kind.DELIVERED);
        assertThat(state(lab, "incident")).as("cut after %d", cut).isEqualTo(each.after());
      }
    }
  }

  @Test
  void anotherPlanIsAnotherRequestAndTheOldOneIsEnded() {
    for (int cut = -1; cut < 5; cut++) {
      try (ServiceNowLab lab = new ServiceNowLab()) {
        lab.send(proposal(OPENED, "p/1", PLAN));
        lab.stub.http.lines();
        if (cut >= 0) {
          lab.stub.http.dropAfter(cut);
        }
        lab.send(proposal(CHANGED, "p/2", OTHER_PLAN), 1);
        Receipt second = lab.send(proposal(CHANGED, "p/2", OTHER_PLAN), 2);

        assertThat(second.outcome().said()).as("cut after %d", cut).contains("CHG00");
        assertThat(state(lab, "change_request")).as("cut after %d", cut).isEqualTo("7/1 1/0");
        assertThat(lab.stub.records("change_request").get(1).get("correlation_id"))
            .endsWith("-pk-plan-aa2a9c0d1e2b4455");
        lab.send(proposal(RECOVERED, "p/3", OTHER_PLAN));
        assertThat(state(lab, "change_request")).isEqualTo("7/1 7/1");
      }
    }
  }

  /** The plan changed and was withdrawn before anybody was told of the other one. */
  @Test
  void theRequestOfAnOlderPlanIsEndedToo() {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      lab.send(proposal(OPENED, "p/1", PLAN));
      lab.send(proposal(RECOVERED, "p/3", OTHER_PLAN));
      assertThat(state(lab, "change_request")).isEqualTo("7/1");
    }
  }
}
