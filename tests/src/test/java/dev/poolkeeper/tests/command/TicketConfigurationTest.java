package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
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
