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
import dev.poolkeeper.writers.channel.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers get lost after any request, and the index does not know yet what was made. */
class JiraResendTest {

  /** A way through the requests. */
  private record Way(
      String name,
      Consumer<JiraLab> before,
      Notice sent,
      int tickets,
      int comments,
      String status) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> ways() {
    Consumer<JiraLab> none = lab -> {};
    Consumer<JiraLab> open = lab -> lab.send(finding(OPENED, "k/1", WARNING));
    Consumer<JiraLab> over = open.andThen(lab -> lab.send(finding(RECOVERED, "k/2", WARNING)));
    Consumer<JiraLab> late =
        over.andThen(lab -> lab.stub.world.now = lab.stub.world.now.plus(Duration.ofDays(20)));
    Notice back = finding(REOPENED, "k/3", WARNING);
    return Stream.of(
            new Way("new", none, finding(OPENED, "k/1", WARNING), 1, 0, "To Do"),
            new Way("changed", open, finding(CHANGED, "k/4", CRITICAL), 1, 1, "To Do"),
            new Way("over", open, finding(RECOVERED, "k/5", WARNING), 1, 1, "Done"),
            new Way("back", over, back, 1, 2, "To Do"),
            new Way("back too late", late, back, 2, 1, "To Do"))
        .flatMap(way -> Stream.of(Arguments.of(true, way), Arguments.of(false, way)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whateverAnswerIsLostNothingIsMadeTwice(boolean cloud, Way way) {
    int requests = requests(cloud, way);
    assertThat(requests).isGreaterThanOrEqualTo(2);
    for (int cut = 0; cut < requests; cut++) {
      try (JiraLab lab = new JiraLab(cloud)) {
        way.before().accept(lab);
        lab.stub.world.lags = true;
        lab.stub.http.lines();
        lab.stub.http.dropAfter(cut);
        Receipt first = lab.send(way.sent(), 1);
        Receipt second = lab.send(way.sent(), 2);

        assertThat(first.outcome().kind())
            .as("cut after %d: %s", cut, first.outcome().said())
            .isIn(Outcome.Kind.UNKNOWN, Outcome.Kind.DEFERRED, Outcome.Kind.DELIVERED);
        assertThat(second.outcome().kind())
            .as("cut after %d: %s", cut, second.outcome().said())
            .isEqualTo(Outcome.Kind.DELIVERED);
        List<JiraIssue> all = List.copyOf(lab.stub.world.issues.values());
        assertThat(all).as("cut after %d", cut).hasSize(way.tickets());
        assertThat(all.stream().mapToInt(issue -> issue.comments.size()).sum())
            .as("cut after %d", cut)
            .isEqualTo(way.comments());
        assertThat(all.get(all.size() - 1).status).as("cut after %d", cut).isEqualTo(way.status());
        assertThat(second.reference()).contains(all.get(all.size() - 1).key);
      }
    }
  }

  private static int requests(boolean cloud, Way way) {
    try (JiraLab lab = new JiraLab(cloud)) {
      way.before().accept(lab);
      lab.stub.http.lines();
      lab.send(way.sent(), 1);
      return lab.stub.http.lines().size();
    }
  }

  /**
   * Others make tickets meanwhile, and some are deleted: the one that was made is found all the
   * same.
   */
  @Test
  void aTicketThatTheIndexDoesNotKnowYetIsFoundByItsNumber() {
    try (JiraLab lab = new JiraLab(true)) {
      lab.stub.world.create();
      lab.stub.world.lags = true;
      lab.stub.world.create();
      lab.stub.world.skip(3);
      lab.stub.http.dropAfter(1);

      lab.send(finding(OPENED, "k/1", WARNING), 1);
      Receipt second = lab.send(finding(OPENED, "k/1", WARNING), 2);

      assertThat(second.reference()).contains("OPS-6");
      assertThat(second.outcome().said()).contains("told of it before");
      assertThat(lab.stub.world.issues).hasSize(3);
    }
  }

  @Test
  void aLostMakingIsFoundByALaterNoticeToo() {
    try (JiraLab lab = new JiraLab(false)) {
      lab.stub.world.lags = true;
      lab.stub.http.dropAfter(1);
      lab.send(finding(OPENED, "k/1", WARNING), 1);

      lab.send(finding(RECOVERED, "k/2", WARNING), 1);

      assertThat(lab.stub.world.only().status).isEqualTo("Done");
    }
  }
}
