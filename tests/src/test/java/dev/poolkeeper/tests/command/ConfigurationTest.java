package dev.poolkeeper.tests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.CapacitySettings;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.DatabaseSettings;
import dev.poolkeeper.jobs.configuration.GuardSettings;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.jobs.configuration.OrphanSettings;
import dev.poolkeeper.jobs.configuration.ReportSettings;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.writers.pdf.Paper;
import dev.poolkeeper.writers.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each record of the configuration: its defaults, and a file that sets all of it. */
class ConfigurationTest {

  private static final Path EXAMPLE = Path.of("../docs/poolkeeper.yaml");

  @TempDir private Path folder;

  private Configuration read(String yaml, Map<String, String> environment) throws IOException {
    Path file = folder.resolve("poolkeeper.yaml");
    Files.writeString(file, yaml);
    return new ConfigurationReader(environment).read(Optional.of(file));
  }

  @Test
  void defaultsOfEveryRecord() {
    Configuration configuration = new ConfigurationReader(Map.of()).read(Optional.empty());

    assertThat(configuration.origin()).isEmpty();
    assertThat(configuration.database())
        .isEqualTo(new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(configuration.orphans())
        .isEqualTo(new OrphanSettings(Duration.ofHours(24), 3, Set.of()));
    assertThat(configuration.guards()).isEqualTo(new GuardSettings(0.3, Set.of()));
  }

  @Test
  void everyKeyOfTheOrphansIsMapped() throws IOException {
    String yaml =
        "poolkeeper: {orphans: {grace: 2d, confirm-runs: 5, gone-clusters: [prod-b, prod-c]}}";
    assertThat(read(yaml, Map.of()).orphans())
        .isEqualTo(new OrphanSettings(Duration.ofDays(2), 5, Set.of("prod-b", "prod-c")));
  }

  @Test
  void everyKeyOfTheGuardsIsMapped() throws IOException {
    String yaml =
        "poolkeeper: {guards: {max-drop-ratio: 0.5, accept-drop: [a/pods, nas1/datasets]}}";
    assertThat(read(yaml, Map.of()).guards())
        .isEqualTo(new GuardSettings(0.5, Set.of("a/pods", "nas1/datasets")));
  }

  @Test
  void everyKeyOfTheCapacityIsMapped() throws IOException {
    assertThat(new ConfigurationReader(Map.of()).read(Optional.empty()).capacity())
        .isEqualTo(new CapacitySettings(180, 45, 0.8, 0.9, List.of(), List.of(1.5, 2.0)));
    assertThat(
            read(
                    "poolkeeper: {capacity: {horizon: 90d, lead-time: 14d, warn-at: 0.7,"
                        + " critical-at: 0.85}}",
                    Map.of())
                .capacity())
        .isEqualTo(new CapacitySettings(90, 14, 0.7, 0.85, List.of(), List.of(1.5, 2.0)));
  }

  @Test
  void aCapacityThatCannotBeIsSaid() {
    assertThatThrownBy(
            () ->
                read(
                    "poolkeeper: {capacity: {horizon: 36h, lead-time: 3y, warn-at: 0.9,"
                        + " critical-at: 0.8}}",
                    Map.of()))
        .hasMessageContaining(
            "poolkeeper.capacity.horizon is '36h', expected a number of days from 7d")
        .hasMessageContaining("poolkeeper.capacity.lead-time is '3y'")
        .hasMessageContaining("poolkeeper.capacity.critical-at is '0.8', expected at least");
  }

  @Test
  void everyKeyOfTheReportIsMapped() throws IOException {
    ReportSettings plain = new ConfigurationReader(Map.of()).read(Optional.empty()).report();
    assertThat(plain.formats())
        .containsExactlyInAnyOrder(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.JSON);
    assertThat(plain.price()).isEmpty();

    Configuration told =
        read(
            "poolkeeper: {report: {formats: [html, JUnit, prometheus], price-per-tib-month: 12.50,"
                + " currency: CHF, paper: letter, zone: Europe/Berlin}}",
            Map.of());

    assertThat(told.report())
        .isEqualTo(
            new ReportSettings(
                ZoneId.of("Europe/Berlin"),
                Paper.LETTER,
                Set.of(ReportFormat.HTML, ReportFormat.JUNIT, ReportFormat.PROMETHEUS),
                told.report().price()));
    assertThat(told.report().price())
        .hasValueSatisfying(
            price -> {
              assertThat(price.perTibMonth()).isEqualByComparingTo("12.5");
              assertThat(price.currency()).isEqualTo("CHF");
            });
    assertThat(told.policy()).containsEntry("report.currency", "CHF");
  }

  @Test
  void aReportThatCannotBeIsSaid() {
    assertThatThrownBy(
            () ->
                read(
                    "poolkeeper: {report: {formats: [html, docx], price-per-tib-month: -1,"
                        + " currency: many characters too long}}",
                    Map.of()))
        .hasMessageContaining(
            "poolkeeper.report.formats is 'html,docx', expected some of html, pdf")
        .hasMessageContaining(
            "poolkeeper.report.price-per-tib-month is '-1', expected a number over 0")
        .hasMessageContaining("poolkeeper.report.currency");
  }

  @Test
  void everyKeyOfTheDatabaseIsMappedAndNoSecretIsShown() throws IOException {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "hunter2\n");

    DatabaseSettings database =
        read(
                """
                poolkeeper:
                  db:
                    url: jdbc:postgresql://db.example.com/poolkeeper
                    user: keeper
                    password-file: %s
                """
                    .formatted(secret),
                Map.of())
            .database();

    assertThat(database)
        .isEqualTo(
            new DatabaseSettings(
                Optional.of("jdbc:postgresql://db.example.com/poolkeeper"),
                Optional.of("keeper"),
                Optional.of("hunter2")));
    assertThat(database.toString()).doesNotContain("hunter2", "db.example.com");
  }

  @Test
  void environmentGoesBeforeTheFile() throws IOException {
    assertThat(
            read(
                    "poolkeeper: {orphans: {grace: 2d, confirm-runs: 5}}",
                    Map.of("POOLKEEPER_ORPHANS_CONFIRM_RUNS", "7"))
                .orphans())
        .isEqualTo(new OrphanSettings(Duration.ofDays(2), 7, Set.of()));
  }

  @Test
  void theExampleIsReadAndSaysTheDefaults() {
    Configuration example = new ConfigurationReader(Map.of()).read(Optional.of(EXAMPLE));
    Configuration defaults = new ConfigurationReader(Map.of()).read(Optional.empty());

    assertThat(example.orphans()).isEqualTo(defaults.orphans());
    assertThat(example.guards()).isEqualTo(defaults.guards());
    assertThat(example.database()).isEqualTo(defaults.database());
  }

  @Test
  void allProblemsAreSaidAtOnceWithKeyValueAndWhatIsExpected() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    poolkeeper:
                      orphans: {grace: soon, confirm-runs: 0}
                      guards: {max-drop-ratio: 30}
                      db: {url: "mysql://db", password-file: /no/such/file}
                      orphan: {grace: 1h}
                    """,
                    Map.of()))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContainingAll(
            "poolkeeper.orphans.grace is 'soon', expected a duration such as 24h or 7d",
            "poolkeeper.orphans.confirm-runs is '0', expected a whole number from 1 to 1000",
            "poolkeeper.guards.max-drop-ratio is '30', expected a share above 0 and at most 1",
            "poolkeeper.db.url is '…', expected a URL that starts with jdbc:postgresql:",
            "poolkeeper.db.password-file is '/no/such/file', expected a file that can be read",
            "poolkeeper.orphan.grace is not a known key",
            "Next: mend these keys");
  }

  @Test
  void commandReportsThemWithExitCode4() throws IOException {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(file, "poolkeeper: {orphans: {grace: soon, confirm-runs: many}}");

    Poolkeeper.Said said = new Poolkeeper(folder).run("findings", "--config", file.toString());

    assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(said.errors()).contains("orphans.grace", "orphans.confirm-runs");
    assertThat(said.output()).isEmpty();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void filesThatAreNoneAreSaidToBeSo() {
    assertThatThrownBy(() -> read("- a\n- b\n", Map.of()))
        .hasMessageContaining("no top-level key 'poolkeeper'");
    assertThatThrownBy(() -> read("poolkeeper: [unclosed", Map.of()))
        .hasMessageContaining("it is not YAML");
    assertThatThrownBy(() -> read("poolkeeper: {orphans: 7}", Map.of()))
        .hasMessageContaining("poolkeeper.orphans is not a known key");
    assertThatThrownBy(
            () -> new ConfigurationReader(Map.of()).read(Optional.of(folder.resolve("none.yaml"))))
        .hasMessageContaining("no such file");
  }

  @Test
  void anEmptyFileIsAllDefaults() throws IOException {
    assertThat(read("", Map.of()).orphans()).isEqualTo(OrphanSettings.DEFAULT);
    assertThat(read("# nothing yet\n", Map.of()).orphans()).isEqualTo(OrphanSettings.DEFAULT);
  }
}
