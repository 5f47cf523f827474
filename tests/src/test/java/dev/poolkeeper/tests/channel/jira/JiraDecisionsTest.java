package dev.poolkeeper.tests.channel.jira;

import static dev.poolkeeper.processors.delivery.NoticeKind.CHANGED;
import static dev.poolkeeper.processors.delivery.NoticeKind.OPENED;
import static dev.poolkeeper.processors.delivery.NoticeKind.RECOVERED;
import static dev.poolkeeper.tests.channel.ticket.Notices.OTHER_PLAN;
import static dev.poolkeeper.tests.channel.ticket.Notices.PLAN;
import static dev.poolkeeper.tests.channel.ticket.Notices.proposal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.writers.channel.TicketAnswer;
import dev.poolkeeper.writers.channel.TicketDecision;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Who approved which plan, as the history of its ticket tells. */
class JiraDecisionsTest {

  private static JiraLab asked(boolean cloud, Map<String, String> people) {
    JiraLab lab = new JiraLab(cloud, "OPS", JiraStub.TOKEN, people);
    lab.send(proposal(OPENED, "p/1", PLAN));
    return lab;
  }

  private static List<TicketDecision> read(JiraLab lab, String plan) {
    return ((TicketAnswer.Read) lab.channel.decisions("OPS-1", plan)).decisions();
  }

  private static String why(JiraLab lab, String plan) {
    return ((TicketAnswer.NotCounted) lab.channel.decisions("OPS-1", plan)).why();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverMovesItApproves(boolean cloud) {
    try (JiraLab lab = asked(cloud, Map.of())) {
      assertThat(read(lab, PLAN)).isEmpty();

      lab.stub.move("OPS-1", "Approve", "Ann");

      TicketDecision decision = read(lab, PLAN).get(0);
      assertThat(decision.approved()).isTrue();
      assertThat(decision.by()).isEqualTo("jira:ann@example.com");
      assertThat(decision.words()).startsWith("OPS-1 moved to Approved at 2026-02-11T");
      assertThat(decision.at()).isEqualTo(lab.stub.world.now);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverMovesItRefuses(boolean cloud) {
    try (JiraLab lab = asked(cloud, Map.of())) {
      lab.stub.move("OPS-1", "Reject", "bob");
      assertThat(read(lab, PLAN)).extracting(TicketDecision::approved).containsExactly(false);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anApprovalIsForThePlanThatWasThereThen(boolean cloud) {
    try (JiraLab lab = asked(cloud, Map.of())) {
      lab.stub.move("OPS-1", "Approve", "ann");
      assertThat(why(lab, OTHER_PLAN)).contains("for another plan than aa2a9c0d1e2b");

      lab.stub.world.withoutTransitions.add("Reopen");
      lab.stub.world.doneStatuses.remove("Approved");
      assertThat(lab.send(proposal(CHANGED, "p/2", OTHER_PLAN)).outcome().said())
          .contains("it still is Approved, which was for another plan");
      assertThat(lab.stub.world.only().status).isEqualTo("Approved");
      assertThat(why(lab, OTHER_PLAN)).contains("decide again");
      assertThat(why(lab, PLAN)).contains("for another plan");
    }
  }

  @Test
  void whatCannotBeMovedBackIsAskedInAnotherTicket() {
    try (JiraLab lab = asked(true, Map.of())) {
      lab.stub.move("OPS-1", "Approve", "ann");
      lab.stub.world.withoutTransitions.add("Reopen");
      lab.send(proposal(CHANGED, "p/2", OTHER_PLAN));
      assertThat(((TicketAnswer.Read) lab.channel.decisions("OPS-2", OTHER_PLAN)).decisions())
          .isEmpty();
    }
  }

  /** poolkeeper moves it back, since what was decided there was another plan. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherPlanIsAskedForAnew(boolean cloud) {
    try (JiraLab lab = asked(cloud, Map.of())) {
      lab.stub.move("OPS-1", "Approve", "ann");
      lab.send(proposal(CHANGED, "p/2", OTHER_PLAN));

      assertThat(lab.stub.world.only().status).isEqualTo("To Do");
      assertThat(lab.stub.world.only().labels)
          .contains("pk-plan-aa2a9c0d1e2b4455")
          .doesNotContain("pk-plan-3f2a9c0d1e2b4455");
      lab.stub.move("OPS-1", "Approve", "bob");
      assertThat(read(lab, OTHER_PLAN))
          .extracting(TicketDecision::by)
          .containsExactly("jira:bob@example.com");
    }
  }

  @Test
  void twoPersonsApproveOneAfterTheOther() {
    try (JiraLab lab = asked(true, Map.of())) {
      lab.stub.move("OPS-1", "Approve", "ann");
      lab.stub.move("OPS-1", "Reopen", "bob");
      assertThat(read(lab, PLAN)).isEmpty();
      lab.stub.move("OPS-1", "Approve", "bob");
      assertThat(read(lab, PLAN))
          .extracting(TicketDecision::by)
          .containsExactly("jira:ann@example.com", "jira:bob@example.com");
    }
  }

  @Test
  void whoeverMovesItOutTakesBackWhatTheySaid() {
    try (JiraLab lab = asked(true, Map.of())) {
      lab.stub.move("OPS-1", "Approve", "ann");
      lab.stub.move("OPS-1", "Reopen", "ann");
      lab.stub.move("OPS-1", "Approve", "bob");
      assertThat(read(lab, PLAN))
          .extracting(TicketDecision::by)
          .containsExactly("jira:bob@example.com");
    }
  }

  @Test
  void poolkeepersOwnAccountApprovesNothing() {
    try (JiraLab lab = asked(false, Map.of())) {
      lab.stub.move("OPS-1", "Approve", "poolkeeper");
      assertThat(why(lab, PLAN)).contains("by poolkeeper, who decides nothing here");
    }
  }

  @Test
  void whereSomeAreNamedNobodyElseDecides() {
    try (JiraLab lab = asked(true, Map.of("ann@example.com", "ann"))) {
      lab.stub.move("OPS-1", "Approve", "eve");
      assertThat(why(lab, PLAN)).contains("by eve, who decides nothing here");
      lab.stub.move("OPS-1", "Reopen", "eve");
      lab.stub.move("OPS-1", "Approve", "Ann");
      assertThat(read(lab, PLAN)).extracting(TicketDecision::by).containsExactly("ann");
    }
  }

  /** Whoever may edit a ticket may write our property, and may give it our label. */
  @Test
  void aPropertyThatSomebodyForgedMovesNoDecisionToAnotherPlan() {
    try (JiraLab lab = asked(true, Map.of())) {
      lab.stub.move("OPS-1", "Approve", "ann");
      JiraIssue issue = lab.stub.world.only();
      issue.properties.put(
          "poolkeeper",
          JsonMapper.shared()
              .readTree(
                  requireNonNull(issue.properties.get("poolkeeper"))
                      .toString()
                      .replace(PLAN, OTHER_PLAN)));
      assertThat(why(lab, OTHER_PLAN)).contains("for another plan");
      lab.stub.world.label(issue, List.of("pk-plan-aa2a9c0d1e2b4455"), lab.stub.world.user("eve"));
      assertThat(why(lab, OTHER_PLAN)).contains("decide again");
    }
  }

  @Test
  void aRemarkIsMadeOnce() {
    try (JiraLab lab = asked(true, Map.of())) {
      lab.channel.remark("OPS-1", "r/1", "P-17 is *blocked*");
      lab.channel.remark("OPS-1", "r/1", "P-17 is *blocked*");
      lab.channel.remark("OPS-1", "r/2", "another");
      assertThat(lab.stub.world.only().comments).hasSize(2);
      assertThat(lab.stub.world.only().comments.get(0).toString()).contains("P-17 is *blocked*");
    }
  }

  @Test
  void whatWasApprovedIsClosedWhenItIsOver() {
    try (JiraLab lab = asked(true, Map.of())) {
      lab.send(proposal(RECOVERED, "p/2", PLAN));
      assertThat(lab.stub.world.only().status).isEqualTo("Done");
    }
  }

  @Test
  void whatCannotBeReadIsSaid() {
    try (JiraLab lab = asked(true, Map.of())) {
      assertThat(lab.channel.decisions("OPS-99", PLAN))
          .asInstanceOf(InstanceOfAssertFactories.type(TicketAnswer.Unread.class))
          .extracting(answer -> answer.outcome().said())
          .isEqualTo("there is no ticket OPS-99 that this account may see");
    }
  }
}
