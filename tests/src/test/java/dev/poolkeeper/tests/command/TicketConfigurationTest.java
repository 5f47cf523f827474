package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.processors.delivery.Grouping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels of tickets in the configuration. */
class TicketConfigurationTest {

  private static final Path EXAMPLES = Path.of("../docs/examples");

  @TempDir private Path folder;

  private Configuration read(String yaml) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(file, yaml);
    return new ConfigurationReader(Map.of()).readLive(Optional.of(file));
  }

  @ParameterizedTest
  @CsvSource({
    "jira-cloud, JIRA, jira-api-token, true",
    "jira-datacenter, JIRA, jira-token, false",
    "servicenow, SERVICENOW, servicenow-password, true"
  })
  void theExamplesAreRead(String name, ChannelType type, String secret, boolean proposals)
      throws IOException {
    for (String file : new String[] {"kubeconfig", "nas1-api-key", secret}) {
      Files.writeString(folder.resolve(file), "secret");
    }
    Configuration configuration =
        read(
            Files.readString(EXAMPLES.resolve(name + ".yaml"))
                .replace("/etc/poolkeeper/secrets", folder.toString()));
    assertThat(configuration.channels())
        .singleElement()
        .satisfies(
            channel -> {
              assertThat(channel.type()).isEqualTo(type);
              assertThat(channel.proposals()).isEqualTo(proposals);
            });
  }

  @Test
  void groupsAreToldInTheWaysOfTheirTypeOnly() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      channels:
                        - { name: a, type: jira, group-as: subtasks, link-type: Relates }
                        - { name: b, type: jira, group-by: code, group-as: children }
                        - { name: c, type: servicenow, group-by: code, group-as: links }
                        - { name: d, type: webhook, group-by: code, group-as: subtasks }
                        - { name: e, type: jira, group-by: code, subtask-type: Step }
                        - { name: f, type: jira, group-by: cause }
                    """))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("channels[0].group-as is 'subtasks', expected group-by: code beside")
        .hasMessageContaining("channels[0].link-type is 'Relates', expected group-as: links beside")
        .hasMessageContaining(
            "channels[1].group-as is 'children', expected list, subtasks or links in a channel of"
                + " type jira")
        .hasMessageContaining("channels[2].group-as is 'links', expected list or children in a")
        .hasMessageContaining("channels[3].group-as is 'subtasks', expected list in a channel of")
        .hasMessageContaining("channels[4].subtask-type is 'Step', expected group-as: subtasks")
        .hasMessageContaining("channels[5].group-by is 'cause', expected none or code");
  }

  @ParameterizedTest
  @CsvSource({
    "none, '', NONE",
    "code, '', CODE",
    "code, 'group-as: list,', CODE",
    "code, 'group-as: subtasks, subtask-type: Step,', NESTED",
    "code, 'group-as: links,', NESTED"
  })
  void groupsAreRead(String by, String as, Grouping grouping) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "secret");
    Configuration configuration =
        read(
            """
            poolkeeper:
              channels:
                - { name: a, type: jira, edition: data-center, url: "https://jira.example.com", project: OPS,
                    group-by: %s, %s token-file: "%s" }
            """
                .formatted(by, as, token));
    assertThat(configuration.channels()).singleElement().extracting("grouping").isEqualTo(grouping);
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      channels:
                        - name: a
                          type: jira
                          url: https://jira.example.com
                          priorities: { urgent: High }
                          people: [{ account: ann@example.com }]
                        - name: b
                          type: servicenow
                          url: https://x.service-now.com
                          user: poolkeeper
                    """))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("channels[0].edition is missing, expected cloud or data-center")
        .hasMessageContaining("channels[0].token-file is missing")
        .hasMessageContaining("channels[0].project is missing")
        .hasMessageContaining("channels[0].user is missing")
        .hasMessageContaining("channels[0].priorities is 'urgent', expected keys critical, warning")
        .hasMessageContaining("channels[0].people[0].name is missing")
        .hasMessageContaining("channels[1].password-file is missing, expected either user and");
  }
}
