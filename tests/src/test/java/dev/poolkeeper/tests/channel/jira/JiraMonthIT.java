package dev.poolkeeper.tests.channel.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.tests.channel.Month;
import dev.poolkeeper.tests.channel.Month.Life;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month told to a Jira: one ticket per finding, in the right state, a comment per change. */
class JiraMonthIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyFindingHasOneTicketInTheRightState(boolean cloud) throws Exception {
    try (JiraLab lab = new JiraLab(cloud)) {
      Map<Integer, List<Life>> lives =
          new Month(folder, ChannelType.JIRA, Grouping.NONE, (texts, clock) -> lab.channel())
              .live(7, (now, last) -> lab.stub.world.now = now);

      lives.forEach((number, life) -> holds(lab, Month.topic(number), Month.expected(life)));
      assertThat(lab.stub.world.issues)
          .hasSize((int) lives.values().stream().filter(l -> !Month.expected(l).isEmpty()).count());
    }
  }

  static void holds(JiraLab lab, String topic, List<String> told) {
    List<JiraIssue> tickets =
        lab.stub.world.issues.values().stream()
            .filter(issue -> issue.remembered("topic").equals(topic))
            .toList();
    if (told.isEmpty()) {
      assertThat(tickets).as(topic).isEmpty();
      return;
    }
    assertThat(tickets).as(topic).hasSize(1);
    JiraIssue ticket = tickets.get(0);
    boolean over = told.get(told.size() - 1).equals("recovered");
    assertThat(ticket.done()).as("%s: %s", topic, told).isEqualTo(over);
    assertThat(ticket.comments).as("%s: %s", topic, told).hasSize(told.size() - 1);
  }
}
