package dev.poolkeeper.tests.channel.jira;

import static dev.poolkeeper.processors.delivery.NoticeKind.CHANGED;
import static dev.poolkeeper.processors.delivery.NoticeKind.OPENED;
import static dev.poolkeeper.processors.delivery.NoticeKind.RECOVERED;
import static dev.poolkeeper.processors.delivery.NoticeKind.REOPENED;
import static dev.poolkeeper.tests.channel.ticket.Notices.many;
import static dev.poolkeeper.tests.channel.ticket.Notices.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Outcome.Kind;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Way;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.ticket.jira.JiraSettings.Members;
import dev.poolkeeper.writers.ticket.jira.JiraSettings.Tie;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets of members belong to that of their group, once, whatever answer is lost. */
class JiraGroupsTest {

  private static final Members SUBTASKS = new Members(Tie.SUBTASK, "Sub-task");
  private static final Members LINKS = new Members(Tie.LINK, "Relates");
  private static final Notice GROUP = many(OPENED, "g/1", 2);
  private static final Notice MEMBER = member(OPENED, "m/1", 1);

  /**
   * A way through the requests.
   *
   * @param after what each ticket is in the end, with its comments and links
   */
  private record Road(
      Members members, String name, Consumer<JiraLab> before, Notice sent, String after) {
    @Override
    public String toString() {
      return members.tie() + " " + name;
    }
  }

  static Stream<Arguments> ways() {
    Consumer<JiraLab> group = lab -> lab.send(GROUP);
    Consumer<JiraLab> open = group.andThen(lab -> lab.send(MEMBER));
    Consumer<JiraLab> over =
        open.andThen(lab -> lab.send(member(RECOVERED, "m/2", 1)))
            .andThen(lab -> lab.send(many(RECOVERED, "g/2", 2)));
    Consumer<JiraLab> back = over.andThen(lab -> lab.send(many(REOPENED, "g/3", 1)));
    Consumer<JiraLab> late =
        over.andThen(lab -> lab.stub.world.now = lab.stub.world.now.plus(Duration.ofDays(20)))
            .andThen(lab -> lab.send(many(REOPENED, "g/3", 1)));
    Notice again = member(REOPENED, "m/3", 1);
    Notice worse = member(CHANGED, "m/4", 1);
    return Stream.of(
            new Road(SUBTASKS, "new", group, MEMBER, "OPS-1 0/0 To Do, OPS-2<OPS-1 0/0 To Do"),
            new Road(LINKS, "new", group, MEMBER, "OPS-1 0/1 To Do, OPS-2 0/1 To Do"),
            new Road(SUBTASKS, "worse", open, worse, "OPS-1 0/0 To Do, OPS-2<OPS-1 1/0 To Do"),
            new Road(LINKS, "worse", open, worse, "OPS-1 0/1 To Do, OPS-2 1/1 To Do"),
            new Road(SUBTASKS, "back", back, again, "OPS-1 2/0 To Do, OPS-2<OPS-1 2/0 To Do"),
            new Road(LINKS, "back", back, again, "OPS-1 2/1 To Do, OPS-2 2/1 To Do"),
            new Road(
                SUBTASKS,
                "back too late",
                late,
                again,
                "OPS-1 1/0 Done, OPS-2<OPS-1 1/0 Done, OPS-3 0/0 To Do, OPS-4<OPS-3 0/0 To Do"),
            new Road(
                LINKS,
                "back too late",
                late,
                again,
                "OPS-1 1/1 Done, OPS-2 1/1 Done, OPS-3 0/1 To Do, OPS-4 0/1 To Do"))
        .flatMap(way -> Stream.of(Arguments.of(true, way), Arguments.of(false, way)));
  }

  private static String state(JiraLab lab) {
    return String.join(
        ", ",
        lab.stub.world.issues.values().stream()
            .map(
                issue ->
                    "%s%s %d/%d %s"
                        .formatted(
                            issue.key,
                            issue.parent().isEmpty() ? "" : "<" + issue.parent(),
                            issue.comments.size(),
                            issue.links.size(),
                            issue.status))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyWayEndsInItsStateWhateverAnswerIsLost(boolean cloud, Road way) {
    int requests = 0;
    for (int cut = -1; cut < requests; cut++) {
      try (JiraLab lab = new JiraLab(cloud, way.members())) {
        way.before().accept(lab);
        lab.stub.http.lines();
        if (cut < 0) {
          lab.send(way.sent());
          requests = lab.stub.http.lines().size();
        } else {
          lab.stub.world.lags = true;
          lab.stub.http.dropAfter(cut);
          lab.send(way.sent(), 1);
          Receipt second = lab.send(way.sent(), 2);
          assertThat(second.outcome().kind())
              .as("cut after %d: %s", cut, second.outcome().said())
              .isEqualTo(Kind.DELIVERED);
        }
        assertThat(state(lab)).as("cut after %d", cut).isEqualTo(way.after());
      }
    }
    assertThat(requests).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aReceiptSaysWhatATicketBelongsTo() {
    try (JiraLab lab = new JiraLab(true, SUBTASKS)) {
      lab.send(GROUP);
      assertThat(lab.send(MEMBER).outcome().said()).isEqualTo("made OPS-2, a sub-task of OPS-1");
      assertThat(lab.issue("OPS-1").field("description")).doesNotContain("☐");
    }
    try (JiraLab lab = new JiraLab(false, LINKS)) {
      lab.send(GROUP);
      assertThat(lab.send(MEMBER).outcome().said()).isEqualTo("made OPS-2, linked to OPS-1");
      assertThat(lab.issue("OPS-1").links.get(0))
          .hasToString("{\"type\":{\"name\":\"Relates\"},\"outwardIssue\":{\"key\":\"OPS-2\"}}");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutATicketOfItsGroupThereIsNoneYet(boolean cloud) {
    try (JiraLab lab = new JiraLab(cloud, SUBTASKS)) {
      Receipt early = lab.send(MEMBER);
      assertThat(early.outcome().kind()).isEqualTo(Kind.DEFERRED);
      assertThat(early.outcome().said()).contains("its group has no ticket yet");
      assertThat(lab.stub.world.issues).isEmpty();

      lab.send(GROUP);
      lab.forget();
      assertThat(lab.send(MEMBER, 2).outcome().said()).contains("a sub-task of OPS-1");
    }
  }

  /** Whoever gives the group up gives up what comes to it; what has a ticket goes on. */
  @Test
  void aGroupThatIsGivenUpGetsNoNewTickets() {
    try (JiraLab lab = new JiraLab(true, SUBTASKS)) {
      lab.send(GROUP);
      lab.send(MEMBER);
      lab.stub.move("OPS-1", "Won't Do", "ann");
      Receipt other = lab.send(member(OPENED, "m/9", 2));
      assertThat(other.outcome().kind()).isEqualTo(Kind.DELIVERED);
      assertThat(other.outcome().said())
          .isEqualTo("its group, OPS-1, was closed as Won't Do: no ticket was made");
      lab.send(member(RECOVERED, "m/2", 1));
      assertThat(state(lab)).isEqualTo("OPS-1 0/0 Done, OPS-2<OPS-1 1/0 Done");
    }
  }

  /** Tickets from before groups were told in this way are linked when something is new. */
  @Test
  void aTicketThatIsThereAlreadyIsLinkedWithItsNextChange() {
    try (JiraLab lab = new JiraLab(true, LINKS)) {
      JiraIssue before = lab.stub.world.create();
      lab.send(GROUP);
      lab.send(MEMBER);
      JiraIssue ticket = lab.issue("OPS-3");
      ticket.links.clear();
      assertThat(before.links).isEmpty();
      assertThat(lab.send(member(CHANGED, "m/5", 1)).outcome().said())
          .isEqualTo("OPS-3 has a comment and is as it stands now, linked to OPS-2");
      assertThat(lab.send(member(CHANGED, "m/6", 1)).outcome().said()).doesNotContain("linked");
      assertThat(ticket.links).hasSize(1);
    }
  }

  /** It is this ticket that cannot be, not the settings. */
  @Test
  void aParentThatTakesNoSubTasksIsAFaultOfOneTicket() {
    try (JiraLab lab = new JiraLab(true, SUBTASKS)) {
      lab.send(GROUP);
      lab.stub.http.fail(
          "POST .*/issue",
          Way.INSTEAD,
          Answer.of(400, "{\"errors\":{\"parentId\":\"Not under this work item.\"}}"));
      Receipt receipt = lab.send(MEMBER);
      assertThat(receipt.outcome().kind()).isEqualTo(Kind.REFUSED);
      assertThat(receipt.outcome().said()).contains("400 parentId: Not under this work item.");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProbeLooksForTheType(boolean cloud) {
    assertThat(probed(cloud, SUBTASKS)).contains("sub-task type Sub-task: OK, can be made in OPS");
    assertThat(probed(cloud, new Members(Tie.SUBTASK, "Task")))
        .contains("sub-task type Task: FAILED, no type of sub-tasks of OPS; there are: Sub-task");
    assertThat(probed(cloud, LINKS))
        .contains(
            "link type Relates: OK, is there", "rights: FAILED, the account lacks LINK_ISSUES");
    assertThat(probed(cloud, new Members(Tie.LINK, "Contains")))
        .contains("link type Contains: FAILED, there is none; there are: Blocks, Relates");
  }

  private static List<String> probed(boolean cloud, Members members) {
    try (JiraLab lab = new JiraLab(cloud, members)) {
      lab.stub.world.lacking.add("LINK_ISSUES");
      return lab.channel.probe(false).stream()
          .map(probe -> "%s: %s, %s".formatted(probe.what(), probe.result(), probe.seen()))
          .toList();
    }
  }
}
