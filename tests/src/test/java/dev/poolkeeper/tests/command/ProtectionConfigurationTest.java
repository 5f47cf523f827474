package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.protection.Limit;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import dev.poolkeeper.processors.protection.ProtectionRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How old copies may be, as the configuration says it. */
class ProtectionConfigurationTest {

  @TempDir private Path folder;

  private Configuration read(String yaml) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(file, yaml);
    return new ConfigurationReader(Map.of()).read(Optional.of(file));
  }

  private static SubjectMatch match(MatchKey key, String pattern) {
    return new SubjectMatch(Map.of(key, List.of(new Glob(pattern))));
  }

  @Test
  void everyKeyIsMapped() throws IOException {
    Configuration configuration =
        read(
            """
            poolkeeper:
              protection:
                - {match: {namespace: "ci-*"}, rpo: none, reason: caches}
                - {match: {label: tier=gold}, rpo: 24h, replica-rpo: 2w}
                - {replica-rpo: none}
            """);

    assertThat(configuration.protection().rules())
        .containsExactly(
            new ProtectionRule(
                match(MatchKey.NAMESPACE, "ci-*"),
                Optional.of(Limit.NONE),
                Optional.empty(),
                Optional.of("caches")),
            new ProtectionRule(
                match(MatchKey.LABEL, "tier=gold"),
                Optional.of(Limit.of(Duration.ofHours(24))),
                Optional.of(Limit.of(Duration.ofDays(14))),
                Optional.empty()),
            new ProtectionRule(
                SubjectMatch.ALL, Optional.empty(), Optional.of(Limit.NONE), Optional.empty()));
    assertThat(configuration.policy())
        .containsEntry("protection[1]", "label tier=gold: snapshots 24 h, elsewhere 14 d");
  }

  @Test
  void nothingIsAskedBeyondTheDefaultUnlessWritten() {
    assertThat(new ConfigurationReader(Map.of()).read(Optional.empty()).protection())
        .isEqualTo(ProtectionPolicy.DEFAULT);
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      protection:
                        - {match: {namespace: ci}, rpo: none}
                        - {match: {namespace: ci}, rpo: daily}
                        - {match: {namespace: ci}, reason: why}
                        - {rpo: 1d, replica-rpo: 0h, retention: 3}
                    """))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("poolkeeper.protection[0].reason is missing")
        .hasMessageContaining(
            "poolkeeper.protection[1].rpo is 'daily', expected a length such as 24h, 7d or 2w, or"
                + " none")
        .hasMessageContaining("poolkeeper.protection[2].rpo is missing")
        .hasMessageContaining("poolkeeper.protection[3].replica-rpo is '0h'")
        .hasMessageContaining("poolkeeper.protection[3].retention is not a known key");
  }

  @Test
  void exampleIsWhatTheDocumentsSay() {
    assertThat(
            new ConfigurationReader(Map.of())
                .read(Optional.of(Path.of("../docs/poolkeeper.yaml")))
                .protection()
                .rules())
        .hasSize(2);
  }
}
