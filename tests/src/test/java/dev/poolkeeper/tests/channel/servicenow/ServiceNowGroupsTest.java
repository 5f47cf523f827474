package dev.poolkeeper.tests.channel.servicenow;

import static dev.poolkeeper.processors.delivery.NoticeKind.CHANGED;
import static dev.poolkeeper.processors.delivery.NoticeKind.OPENED;
import static dev.poolkeeper.processors.delivery.NoticeKind.RECOVERED;
import static dev.poolkeeper.processors.delivery.NoticeKind.REOPENED;
import static dev.poolkeeper.tests.channel.ticket.Notices.many;
import static dev.poolkeeper.tests.channel.ticket.Notices.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.writers.channel.Receipt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Incidents of members are children of their group's. */
class ServiceNowGroupsTest {

  private static String state(ServiceNowLab lab) {
    return String.join(
        " ",
        lab.stub.records("incident").stream()
            .map(
                r ->
                    r.get("state") + (r.containsKey("parent_incident") ? "<" + parent(lab, r) : ""))
            .toList());
  }

  private static String parent(ServiceNowLab lab, Map<String, String> record) {
    return lab.stub
        .tables
        .getOrDefault("incident", Map.of())
        .getOrDefault(record.getOrDefault("parent_incident", ""), Map.of())
        .getOrDefault("number", "nobody");
  }

  @Test
  void aMemberIsAChildAndEndsBeforeItsGroup() {
    try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
      lab.send(many(OPENED, "g/1", 2));
      assertThat(lab.send(member(OPENED, "m/1", 1)).outcome().said())
          .isEqualTo("made INC003, a child of INC002");
      lab.send(member(OPENED, "m/2", 2));
      assertThat(state(lab)).isEqualTo("1 1<INC002 1<INC002");

      lab.send(member(RECOVERED, "m/3", 1));
      lab.send(member(CHANGED, "m/4", 2));
      assertThat(state(lab)).isEqualTo("1 6<INC002 1<INC002");
      lab.send(member(RECOVERED, "m/5", 2));
      lab.send(many(RECOVERED, "g/2", 2));
      assertThat(state(lab)).isEqualTo("6 6<INC002 6<INC002");
    }
  }

  /** To open the old one again would open all that was ever below it. */
  @Test
  void aGroupThatIsBackHasAnotherIncidentAndTakesItsMembersWithIt() {
    try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
      lab.send(many(OPENED, "g/1", 2));
      lab.send(member(OPENED, "m/1", 1));
      lab.send(member(OPENED, "m/2", 2));
      lab.send(member(RECOVERED, "m/3", 1));
      lab.send(member(RECOVERED, "m/4", 2));
      lab.send(many(RECOVERED, "g/2", 2));

      assertThat(lab.send(many(REOPENED, "g/3", 1)).outcome().said())
          .isEqualTo("made INC005, which follows INC002");
      lab.send(member(REOPENED, "m/5", 2));
      assertThat(state(lab)).isEqualTo("6 6<INC002 2<INC005 1");
    }
  }

  @Test
  void whateverAnswerIsLostThereIsOneChild() {
    for (int cut = 0; cut < 3; cut++) {
      try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
        lab.send(many(OPENED, "g/1", 2));
        lab.stub.http.lines();
        lab.stub.http.dropAfter(cut);
        lab.send(member(OPENED, "m/1", 1), 1);
        assertThat(lab.send(member(OPENED, "m/1", 1), 2).outcome().kind())
            .isEqualTo(Kind.DELIVERED);
        assertThat(state(lab)).as("cut after %d", cut).isEqualTo("1 1<INC002");
      }
    }
  }

  @Test
  void withoutARecordOfItsGroupThereIsNoneYet() {
    try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
      Receipt early = lab.send(member(OPENED, "m/1", 1));
      assertThat(early.outcome().kind()).isEqualTo(Kind.DEFERRED);
      assertThat(early.outcome().said()).contains("its group has no record yet");
      assertThat(lab.stub.records("incident")).isEmpty();

      lab.send(many(OPENED, "g/1", 2));
      lab.forget();
      assertThat(lab.send(member(OPENED, "m/1", 1), 2).outcome().said()).contains("a child of");
    }
  }

  @Test
  void aGroupThatIsGivenUpGetsNoNewChildren() {
    try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
      lab.send(many(OPENED, "g/1", 2));
      lab.stub.set(
          "incident",
          lab.reference(),
          Map.of("state", "6", "close_code", "Not Solved (Too Costly)"));
      assertThat(lab.send(member(OPENED, "m/1", 1)).outcome().said())
          .isEqualTo(
              "its group, INC002, was closed as Not Solved (Too Costly): no record was made");
      assertThat(lab.stub.records("incident")).hasSize(1);
    }
  }

  @Test
  void aParentThatWasDroppedIsSaid() {
    try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
      lab.stub.notWritable.add("parent_incident");
      lab.send(many(OPENED, "g/1", 2));
      assertThat(lab.send(member(OPENED, "m/1", 1)).outcome().said())
          .isEqualTo(
              "made INC003, and no child of INC002: this account may not write parent_incident");
    }
  }

  @Test
  void aProbeLooksForTheField() {
    try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
      assertThat(probed(lab))
          .contains("parent_incident: NOT_TRIED, incident has no record to look at");
      lab.send(many(OPENED, "g/1", 2));
      assertThat(probed(lab)).contains("parent_incident: OK, can be read");
      lab.stub.notReadable.add("parent_incident");
      assertThat(probed(lab))
          .contains(
              "parent_incident: FAILED, incident has no such field that this account may read");
    }
  }

  private static List<String> probed(ServiceNowLab lab) {
    return lab.channel.probe(false).stream()
        .map(probe -> "%s: %s, %s".formatted(probe.what(), probe.result(), probe.seen()))
        .toList();
  }
}
