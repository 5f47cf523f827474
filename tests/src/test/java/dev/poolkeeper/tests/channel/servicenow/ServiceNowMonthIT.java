package dev.poolkeeper.tests.channel.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.tests.channel.Month;
import dev.poolkeeper.tests.channel.Month.Life;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month told to a ServiceNow: one incident per finding, in the right state, a note per change.
 */
class ServiceNowMonthIT {

  @TempDir private Path folder;

  @Test
  void everyFindingHasOneIncidentInTheRightState() throws Exception {
    try (ServiceNowLab lab = new ServiceNowLab()) {
      Map<Integer, List<Life>> lives =
          new Month(folder, ChannelType.SERVICENOW, Grouping.NONE, (texts, clock) -> lab.channel)
              .live(7, (now, last) -> lab.stub.now = now);

      lives.forEach((number, life) -> holds(lab, Month.topic(number), Month.expected(life)));
    }
  }

  static void holds(ServiceNowLab lab, String topic, List<String> told) {
    String subject = topic.substring(topic.indexOf(':') + 1);
    List<Map<String, String>> incidents =
        lab.stub.tables.getOrDefault("incident", Map.of()).values().stream()
            .filter(
                incident -> incident.getOrDefault("short_description", "").endsWith(" " + subject))
            .toList();
    if (told.isEmpty()) {
      assertThat(incidents).as(topic).isEmpty();
      return;
    }
    assertThat(incidents).as(topic).hasSize(1);
    Map<String, String> incident = incidents.get(0);
    boolean over = told.get(told.size() - 1).equals("recovered");
    assertThat(incident.getOrDefault("state", "").equals("6"))
        .as("%s: %s %s", topic, told, incident)
        .isEqualTo(over);
    assertThat(lab.stub.notes.getOrDefault(incident.getOrDefault("sys_id", ""), List.of()))
        .as("%s: %s", topic, told)
        .hasSize(told.size() - 1);
  }
}
