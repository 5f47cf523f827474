package dev.poolkeeper.tests.channel.jira;

import static dev.poolkeeper.processors.delivery.NoticeKind.CHANGED;
import static dev.poolkeeper.processors.delivery.NoticeKind.OPENED;
import static dev.poolkeeper.processors.delivery.NoticeKind.RECOVERED;
import static dev.poolkeeper.processors.delivery.NoticeKind.REOPENED;
import static dev.poolkeeper.processors.finding.Severity.CRITICAL;
import static dev.poolkeeper.processors.finding.Severity.WARNING;
import static dev.poolkeeper.tests.channel.ticket.Notices.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Notice;
import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.tests.channel.ticket.Notices;
import dev.poolkeeper.writers.channel.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One ticket per matter, in the right state, with the right number of comments. */
class JiraTicketsTest {

  /**
   * A situation: what was before, what is sent, how many requests of which sort that takes, and
   * what is there afterwards.
   */
  private record Case(
      String name,
      Consumer<JiraLab> before,
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

  private static final String GET = "GET issue, ";
  private static final String CHANGE = "POST comment, PUT issue";
  private static final String MOVE = "GET transitions, POST transitions, ";

  static Stream<Arguments> situations() {
    Consumer<JiraLab> none = lab -> {};
    Consumer<JiraLab> open = lab -> lab.send(NEW);
    Consumer<JiraLab> over = open.andThen(lab -> lab.send(OVER));
    Consumer<JiraLab> closed = open.andThen(lab -> lab.stub.move("OPS-1", "Done", "ann"));
    Consumer<JiraLab> wontDo = open.andThen(lab -> lab.stub.move("OPS-1", "Won't Do", "ann"));
    Consumer<JiraLab> later =
        lab -> lab.stub.world.now = lab.stub.world.now.plus(Duration.ofDays(15));
    Consumer<JiraLab> forgotten = open.andThen(JiraLab::forget);
    Consumer<JiraLab> stuck =
        lab -> lab.stub.world.withoutTransitions.addAll(List.of("Done", "Reopen"));
    return Stream.of(
            new Case("new", none, NEW, "search, POST issue", "OPS-1 To Do 0", "made OPS-1"),
            new Case("changed", open, WORSE, GET + CHANGE, "OPS-1 To Do 1", "as it stands now"),
            new Case(
                "over",
                open,
                OVER,
                GET + "POST comment, " + MOVE + "PUT properties",
                "OPS-1 Done 1",
                "is closed"),
            new Case(
                "over, no transition",
                open.andThen(stuck),
                OVER,
                GET + "POST comment, GET transitions, PUT properties",
                "OPS-1 To Do 1",
                "no transition Done leads out of To Do"),
            new Case(
                "over, closed before",
                closed,
                OVER,
                GET + "search, PUT properties",
                "OPS-1 Done 0",
                "closed already"),
            new Case(
                "over, never told",
                none,
                OVER,
                "search, search, GET issue, GET issue, GET issue, GET issue, GET issue",
                "",
                "never had a ticket"),
            new Case(
                "back in time",
                over,
                BACK,
                GET + "search, " + MOVE + CHANGE,
                "OPS-1 To Do 2",
                "as it stands now"),
            new Case(
                "back too late",
                over.andThen(later),
                BACK,
                GET + "search, POST issue",
                "OPS-1 Done 1; OPS-2 To Do 0",
                "made OPS-2, which follows OPS-1"),
            new Case(
                "back, no transition",
                over.andThen(stuck),
                BACK,
                GET + "search, GET transitions, POST issue",
                "OPS-1 Done 1; OPS-2 To Do 0",
                "which follows OPS-1"),
            new Case("closed by people", closed, OTHER, GET + "search", "OPS-1 Done 0", "no worse"),
            new Case(
                "closed by people, worse",
                closed,
                WORSE,
                GET + "search, " + MOVE + CHANGE,
                "OPS-1 To Do 1",
                "as it stands now"),
            new Case(
                "won't do, worse",
                wontDo,
                WORSE,
                GET + "search",
                "OPS-1 Done 0",
                "closed as Won't Do: it was left alone"),
            new Case(
                "won't do, worse, later",
                wontDo.andThen(later),
                WORSE,
                GET + "search",
                "OPS-1 Done 0",
                "closed as Won't Do"),
            new Case(
                "won't do, back, later",
                wontDo.andThen(later),
                BACK,
                GET + "search, POST issue",
                "OPS-1 Done 0; OPS-2 To Do 0",
                "follows OPS-1"),
            new Case(
                "ledger forgot",
                forgotten,
                OTHER,
                "search, GET issue, " + CHANGE,
                "OPS-1 To Do 1",
                "as it stands now"),
            new Case(
                "told before",
                open,
                NEW,
                GET.replace(", ", ""),
                "OPS-1 To Do 0",
                "told of it before"))
        .flatMap(each -> Stream.of(Arguments.of(true, each), Arguments.of(false, each)));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void everySituationHasItsWay(boolean cloud, Case each) {
    try (JiraLab lab = new JiraLab(cloud)) {
      each.before().accept(lab);
      lab.stub.http.lines();

      Receipt receipt = lab.send(each.sent());

      assertThat(receipt.outcome().kind())
          .as(receipt.outcome().said())
          .isEqualTo(Outcome.Kind.DELIVERED);
      assertThat(receipt.outcome().said()).contains(each.said());
      assertThat(
              String.join(", ", lab.stub.http.lines().stream().map(JiraTicketsTest::sort).toList()))
          .isEqualTo(each.requests());
      assertThat(state(lab)).isEqualTo(each.after());
    }
  }

  private static String sort(String line) {
    return line.contains("/search")
        ? "search"
        : line.replaceFirst(" .*/issue/[A-Z]+-\\d+/(\\w+).*", " $1")
            .replaceFirst(" .*/issue.*", " issue");
  }

  private static String state(JiraLab lab) {
    return String.join(
        "; ",
        lab.stub.world.issues.values().stream()
            .map(issue -> "%s %s %d".formatted(issue.key, issue.status, issue.comments.size()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTicketSaysWhatIsKnown(boolean cloud) {
    try (JiraLab lab = new JiraLab(cloud)) {
      Receipt made = lab.send(NEW);
      JiraIssue issue = lab.stub.world.only();

      assertThat(made.reference()).contains("OPS-1");
      assertThat(made.url()).contains(lab.stub.http.url() + "/browse/OPS-1");
      assertThat(issue.labels).hasSize(4).contains("poolkeeper", "PK102", "storage");
      assertThat(issue.field("priority")).contains("High");
      assertThat(issue.field("customfield_10010")).contains("storage team");
      assertThat(issue.field("description")).contains("no PersistentVolume names it");
      assertThat(issue.remembered("topic")).isEqualTo(NEW.topic());

      issue.labels.add("by-hand");
      lab.send(WORSE);
      assertThat(issue.field("priority")).contains("Highest");
      assertThat(issue.labels).contains("by-hand");
      assertThat(issue.comments.get(0).toString()).contains("severity was another");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMonthOfNightsIsOneTicket(boolean cloud) {
    try (JiraLab lab = new JiraLab(cloud)) {
      for (int night = 0; night < 30; night += 3) {
        lab.stub.world.now = lab.stub.world.now.plus(Duration.ofDays(3));
        lab.send(finding(night == 0 ? OPENED : REOPENED, "k/open/" + night, WARNING));
        lab.send(finding(CHANGED, "k/changed/" + night, CRITICAL));
        lab.send(finding(RECOVERED, "k/over/" + night, CRITICAL));
      }
      JiraIssue issue = lab.stub.world.only();
      assertThat(issue.status).isEqualTo("Done");
      assertThat(issue.comments).hasSize(29);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsToldTogetherIsAChecklistInOneTicket(boolean cloud) {
    try (JiraLab lab = new JiraLab(cloud)) {
      lab.send(Notices.many(OPENED, "k/many", 3));
      assertThat(lab.stub.world.only().field("description"))
          .containsPattern("(?s)☐ .*pvc.0.*☐ .*pvc.1.*☐ .*pvc.2");
    }
  }
}
