package dev.poolkeeper.tests.channel.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.tests.channel.Month;
import dev.poolkeeper.tests.channel.Month.Life;
import dev.poolkeeper.tests.channel.Mortal;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Way;
import dev.poolkeeper.writers.ticket.jira.JiraSettings.Members;
import dev.poolkeeper.writers.ticket.jira.JiraSettings.Tie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month of a group told to a Jira: its ticket, and within it one ticket per finding. */
class JiraGroupMonthIT {

  @TempDir private Path folder;

  private static JiraLab lab(boolean cloud, Tie tie) {
    return new JiraLab(cloud, new Members(tie, tie == Tie.SUBTASK ? "Sub-task" : "Relates"));
  }

  private Month month(Mortal mortal) {
    return new Month(folder, ChannelType.JIRA, Grouping.NESTED, (texts, clock) -> mortal);
  }

  @ParameterizedTest
  @CsvSource({"true, SUBTASK", "false, LINK"})
  void everyFindingHasOneTicketWithinThatOfItsGroup(boolean cloud, Tie tie) throws Exception {
    try (JiraLab lab = lab(cloud, tie)) {
      Mortal mortal = new Mortal(lab.channel(), new Random(7));
      mortal.calm(true);
      Map<Integer, List<Life>> lives =
          month(mortal).live(7, (now, last) -> lab.stub.world.now = now);

      lives.forEach(
          (number, life) -> JiraMonthIT.holds(lab, Month.topic(number), Month.expected(life)));
      holds(lab, tie, lives);
    }
  }

  /** Answers are lost after any request, processes are killed, and the index lags. */
  @ParameterizedTest
  @CsvSource({"2, false, SUBTASK", "3, true, LINK"})
  void whateverGoesWrongThereIsOneTicketOfEach(long seed, boolean cloud, Tie tie) throws Exception {
    try (JiraLab lab = lab(cloud, tie)) {
      Random random = new Random(seed);
      Mortal mortal = new Mortal(lab.channel(), random);
      lab.stub.world.lags = true;
      Map<Integer, List<Life>> lives =
          month(mortal)
              .live(
                  seed,
                  (now, last) -> {
                    lab.stub.world.now = now;
                    lab.stub.world.reindex();
                    mortal.calm(last);
                    if (!last) {
                      lab.stub.http.dropAfter(random.nextInt(12));
                      lab.stub.http.fail("(POST|PUT) .*", Way.INSTEAD, Answer.of(503, "busy"));
                      lab.stub.http.fail("POST .*", Way.AFTERWARDS, Answer.of(500, "oh"));
                    }
                  });

      lives.forEach(
          (number, life) -> {
            List<String> told = Month.expected(life);
            List<JiraIssue> tickets = of(lab, Month.topic(number));
            follow(tickets);
            boolean open = !told.isEmpty() && !told.get(told.size() - 1).equals("recovered");
            assertThat(tickets.stream().anyMatch(ticket -> !ticket.done()))
                .as("%s %s", Month.topic(number), life)
                .isEqualTo(open);
          });
      holds(lab, tie, lives);
    }
  }

  private static List<JiraIssue> of(JiraLab lab, String topic) {
    return lab.stub.world.issues.values().stream()
        .filter(issue -> issue.remembered("topic").equals(topic))
        .toList();
  }

  /** Another one is made only where the one before it was closed for too long, and names it. */
  private static void follow(List<JiraIssue> tickets) {
    String before = "";
    for (JiraIssue ticket : tickets) {
      assertThat(ticket.remembered("earlier")).as(ticket.key).isEqualTo(before);
      before = ticket.key;
    }
  }

  /** The group has its ticket, in the right state, to which each of the others is tied once. */
  private static void holds(JiraLab lab, Tie tie, Map<Integer, List<Life>> lives) {
    List<JiraIssue> groups = of(lab, Month.GROUP);
    follow(groups);
    assertThat(groups.stream().filter(group -> !group.done()).count())
        .isEqualTo(Month.open(lives) ? 1 : 0);
    List<String> keys = groups.stream().map(group -> group.key).toList();
    for (JiraIssue ticket : lab.stub.world.issues.values()) {
      if (!groups.contains(ticket)) {
        List<String> linked =
            ticket.links.stream()
                .map(link -> link.path("inwardIssue").path("key").stringValue(""))
                .toList();
        assertThat(ticket.subtask()).isEqualTo(tie == Tie.SUBTASK);
        assertThat(tie == Tie.SUBTASK ? List.of(ticket.parent()) : linked)
            .as(ticket.key)
            .isNotEmpty()
            .doesNotHaveDuplicates()
            .isSubsetOf(keys);
        assertThat(tie == Tie.SUBTASK ? linked : List.of(ticket.parent()))
            .allMatch(String::isEmpty);
      }
    }
  }
}
