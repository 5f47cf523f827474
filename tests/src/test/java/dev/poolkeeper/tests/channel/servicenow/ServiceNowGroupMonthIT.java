package dev.poolkeeper.tests.channel.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.tests.channel.Month;
import dev.poolkeeper.tests.channel.Month.Life;
import dev.poolkeeper.tests.channel.Mortal;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Way;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month of a group told to a ServiceNow: its incidents, and children of them per finding. */
class ServiceNowGroupMonthIT {

  @TempDir private Path folder;

  /** Seed 7 without trouble, the others with lost answers and killed processes. */
  @ParameterizedTest
  @ValueSource(longs = {7, 1, 2})
  void everyFindingHasOneIncidentThatIsAChildOfItsGroups(long seed) throws Exception {
    try (ServiceNowLab lab = ServiceNowLab.ofGroups()) {
      Random random = new Random(seed);
      Mortal mortal = new Mortal(lab.channel, random);
      Map<Integer, List<Life>> lives =
          new Month(folder, ChannelType.SERVICENOW, Grouping.NESTED, (texts, clock) -> mortal)
              .live(
                  seed,
                  (now, last) -> {
                    lab.stub.now = now;
                    mortal.calm(last || seed == 7);
                    if (!last && seed != 7) {
                      lab.stub.http.dropAfter(random.nextInt(8));
                      lab.stub.http.fail("PATCH .*", Way.INSTEAD, Answer.of(503, "busy"));
                      lab.stub.http.fail("POST .*", Way.AFTERWARDS, Answer.of(500, "oh"));
                    }
                  });

      if (seed == 7) {
        lives.forEach(
            (number, life) ->
                ServiceNowMonthIT.holds(lab, Month.topic(number), Month.expected(life)));
      }
      lives.forEach((number, life) -> holds(lab, Month.topic(number), Month.expected(life)));
      groupHolds(lab, lives);
    }
  }

  private static List<Map<String, String>> incidents(ServiceNowLab lab, boolean children) {
    return lab.stub.records("incident").stream()
        .filter(record -> record.containsKey("parent_incident") == children)
        .toList();
  }

  private static void holds(ServiceNowLab lab, String topic, List<String> told) {
    String subject = topic.substring(topic.indexOf(':') + 1);
    List<Map<String, String>> all =
        incidents(lab, true).stream()
            .filter(record -> record.getOrDefault("short_description", "").endsWith(" " + subject))
            .toList();
    assertThat(all).as(topic).hasSizeLessThanOrEqualTo(1);
    boolean open = !told.isEmpty() && !told.get(told.size() - 1).equals("recovered");
    assertThat(all.stream().anyMatch(record -> !"6".equals(record.get("state"))))
        .as("%s: %s", topic, told)
        .isEqualTo(open);
  }

  /** A group that is back has another incident; no more than one is open. */
  private static void groupHolds(ServiceNowLab lab, Map<Integer, List<Life>> lives) {
    List<Map<String, String>> groups = incidents(lab, false);
    assertThat(groups.stream().filter(record -> !"6".equals(record.get("state"))).count())
        .isEqualTo(Month.open(lives) ? 1 : 0);
    Set<String> ids = groups.stream().map(r -> r.get("sys_id")).collect(Collectors.toSet());
    assertThat(incidents(lab, true))
        .isNotEmpty()
        .allMatch(r -> ids.contains(r.get("parent_incident")));
  }
}
