package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.ExceptionRule;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SeverityRule;
import dev.poolkeeper.processors.finding.SubjectMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions and severities of the configuration. */
class RuleConfigurationTest {

  private static final Path EXAMPLE = Path.of("../docs/poolkeeper.yaml");

  @TempDir private Path folder;

  private Configuration read(String yaml) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(file, yaml);
    return new ConfigurationReader(Map.of()).read(Optional.of(file));
  }

  private static SubjectMatch match(Map<MatchKey, List<String>> patterns) {
    Map<MatchKey, List<Glob>> globs = new EnumMap<>(MatchKey.class);
    patterns.forEach((key, texts) -> globs.put(key, texts.stream().map(Glob::new).toList()));
    return new SubjectMatch(globs);
  }

  @Test
  void everyKeyOfAnExceptionIsMapped() throws IOException {
    FindingRules rules =
        read("""
            poolkeeper:
              exceptions:
                - code: [PK102, 2xx]
                  match:
                    cluster: prod-*
                    nas: nas1
                    namespace: [media, shop]
                    claim: media/data-*
                    storage-class: gold
                    dataset: "tank/k8s/**"
                    subject: "nas1/**"
                    label: team=media
                  reason: kept for audit
                  owner: storage-team
                  expires: 2026-12-31
                - {code: PK103, reason: a person looks after them}
            """)
            .rules();

    assertThat(rules.severities()).isEmpty();
    assertThat(rules.exceptions())
        .containsExactly(
            new ExceptionRule(
                CodeGroup.parse(List.of("PK102", "2xx")).orElseThrow(),
                match(
                    Map.of(
                        MatchKey.CLUSTER, List.of("prod-*"),
                        MatchKey.NAS, List.of("nas1"),
                        MatchKey.NAMESPACE, List.of("media", "shop"),
                        MatchKey.CLAIM, List.of("media/data-*"),
                        MatchKey.STORAGE_CLASS, List.of("gold"),
                        MatchKey.DATASET, List.of("tank/k8s/**"),
                        MatchKey.SUBJECT, List.of("nas1/**"),
                        MatchKey.LABEL, List.of("team=media"))),
                "kept for audit",
                Optional.of("storage-team"),
                Optional.of(LocalDate.of(2026, 12, 31))),
            new ExceptionRule(
                CodeGroup.of(FindingCode.VOLUME_STUCK_RELEASED),
                SubjectMatch.ALL,
                "a person looks after them",
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void severitiesAreAMapOrAListWithMatch() throws IOException {
    SeverityRule all =
        new SeverityRule(CodeGroup.of(FindingCode.SCRUB_OVERDUE), SubjectMatch.ALL, Severity.INFO);
    SeverityRule some =
        new SeverityRule(
            CodeGroup.of(FindingCode.SCRUB_OVERDUE),
            match(Map.of(MatchKey.NAS, List.of("lab-*"))),
            Severity.INFO);

    assertThat(read("poolkeeper: {severities: {PK702: info}}").rules().severities())
        .containsExactly(all);
    assertThat(
            read("poolkeeper: {severities: [{code: PK702, severity: info, match: {nas: lab-*}}]}")
                .rules()
                .severities())
        .containsExactly(some);
  }

  @Test
  void policyOfTheReportListsSeverities() throws IOException {
    assertThat(
            read("poolkeeper: {severities: [{code: PK702, severity: info, match: {nas: lab-*}}]}")
                .policy())
        .containsEntry("severities[0]", "PK702: info, for nas lab-*");
  }

  @Test
  void theExampleHasOneOfEach() {
    FindingRules rules = new ConfigurationReader(Map.of()).read(Optional.of(EXAMPLE)).rules();

    assertThat(rules.exceptions()).hasSize(1);
    assertThat(rules.severities()).hasSize(1);
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      exceptions:
                        - {code: PK999, reason: no such code}
                        - {match: {dataset: tank, name: x}, expires: someday}
                        - {code: PK902, reason: noise, owner: me, expires: 2026-12-31}
                        - {code: PK801, reason: known, owner: me}
                        - {code: PK102, reason: r, match: {dataset: []}}
                        - {code: PK102, reason: r, match: everything}
                      severities:
                        PK901: info
                        PK105: "off"
                        nonsense: info
                    """))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll(
            "poolkeeper.exceptions[0].code is 'PK999', expected codes such as PK102 or 2xx",
            "poolkeeper.exceptions[1].code is missing",
            "poolkeeper.exceptions[1].reason is missing",
            "poolkeeper.exceptions[1].expires is 'someday', expected the last day",
            "poolkeeper.exceptions[1].match.name is not a known key",
            "poolkeeper.exceptions[2].code is 'PK902', expected codes below 900",
            "poolkeeper.exceptions[3].code is 'PK801', expected an owner and expires beside it",
            "poolkeeper.exceptions[4].match.dataset is missing, expected a pattern",
            "poolkeeper.exceptions[5].match is 'everything', expected a section",
            "poolkeeper.severities.PK901 is 'info', expected codes other than PK901 and PK902",
            "poolkeeper.severities.PK105 is 'off', expected critical, warning or info",
            "poolkeeper.severities.nonsense is 'info', expected a code");
  }
}
