package dev.poolkeeper.tests.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.tests.channel.Month.Life;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A month told to a receiver that remembers: every finding has one ticket, in the right state, with
 * what it has to say and nothing twice.
 */
class MonthOfNightsIT {

  @TempDir private Path folder;

  private Month month(Desk desk) {
    return new Month(folder, ChannelType.WEBHOOK, Grouping.NONE, (texts, clock) -> desk);
  }

  /** The desk refuses to hear of a member before its group, and of a group's end before theirs. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void groupsAreToldBeforeTheirMembersAndEndAfterThem(long seed) throws Exception {
    Desk desk = new Desk(seed).withGroups();
    Month month = new Month(folder, ChannelType.JIRA, Grouping.NESTED, (texts, clock) -> desk);
    Map<Integer, List<Life>> lives = month.live(seed, (now, last) -> desk.trouble(last ? 0 : 0.4));
    lives.forEach(
        (number, life) -> {
          List<String> expected = Month.expected(life);
          assertThat(desk.open(Month.topic(number)))
              .as("%s %s", Month.topic(number), life)
              .isEqualTo(
                  !expected.isEmpty() && !expected.get(expected.size() - 1).equals("recovered"));
        });
    assertThat(desk.open(Month.GROUP)).isEqualTo(Month.open(lives));
    assertThat(desk.tickets().get(Month.GROUP)).satisfies(MonthOfNightsIT::makesSense);
  }

  @Test
  void everyFindingHasOneTicketWithAllItHasToSay() throws Exception {
    Desk desk = new Desk(1);
    Map<Integer, List<Life>> lives = month(desk).live(7, (now, last) -> {});
    lives.forEach(
        (number, life) ->
            assertThat(desk.tickets().getOrDefault(Month.topic(number), List.of()))
                .as("%s %s", Month.topic(number), life)
                .isEqualTo(Month.expected(life)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverGoesWrongTheTicketsAreRightInTheEnd(long seed) throws Exception {
    Desk desk = new Desk(seed);
    Map<Integer, List<Life>> lives =
        month(desk).live(seed, (now, last) -> desk.trouble(last ? 0 : 0.5));
    lives.forEach(
        (number, life) -> {
          List<String> expected = Month.expected(life);
          boolean open =
              !expected.isEmpty() && !expected.get(expected.size() - 1).equals("recovered");
          assertThat(desk.open(Month.topic(number)))
              .as("%s %s", Month.topic(number), life)
              .isEqualTo(open);
          assertThat(desk.tickets().getOrDefault(Month.topic(number), List.of()))
              .as("%s %s", Month.topic(number), life)
              .satisfies(MonthOfNightsIT::makesSense);
        });
  }

  /** Nothing is told twice, whatever was lost on the way. */
  private static void makesSense(List<? extends String> told) {
    for (int at = 1; at < told.size(); at++) {
      boolean wasOver = told.get(at - 1).equals("recovered");
      assertThat(told.get(at).equals("reopened") || told.get(at).equals("opened"))
          .as("%s", told)
          .isEqualTo(wasOver);
    }
  }

  @Test
  void aNightThatIsRunAgainAfterLaterOnesTellsNothing() throws Exception {
    Desk desk = new Desk(1);
    Month month = month(desk);
    month.night(Month.FIRST.plusDays(1), List.of(month.finding(1, Life.WARNING).orElseThrow()));
    month.night(Month.FIRST, List.of());
    assertThat(desk.tickets()).isEqualTo(Map.of(Month.topic(1), List.of("opened")));
  }
}
