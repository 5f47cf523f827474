package dev.poolkeeper.tests.grafana;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedDemo;
import dev.poolkeeper.tests.support.SharedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What Grafana asks, asked by the reader of the demo's ledger, with whatever may be chosen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrafanaIT {

  private static final Path FOLDER = Path.of("../deploy/grafana");

  /** Of these the demo has nothing to tell: it mails nobody, excepts nothing and cleans nothing. */
  private static final Set<String> EMPTY_IN_THE_DEMO =
      Set.of(
          "findings-proposals.json: Not said, A",
          "findings-proposals.json: Exceptions, A",
          "findings-proposals.json: What was done, A",
          "pipeline.json: Deliveries, A",
          "pipeline.json: Tries, A",
          "pipeline.json: variable channel",
          "volume-detail.json: File system of its claim, A");

  private Map<String, JsonNode> dashboards = Map.of();
  private Ledger ledger;
  private Connection reader;
  private LocalDate night = LocalDate.EPOCH;
  private JsonNode report;
  private GrafanaMacros macros = new GrafanaMacros(Instant.EPOCH, Instant.EPOCH);

  @BeforeAll
  void open() throws Exception {
    SharedDemo demo = SharedDemo.get();
    assertThat(demo.first().exitCode()).as(demo.first().errors()).isEqualTo(ExitCode.DONE);
    Poolkeeper poolkeeper = demo.poolkeeper();
    for (String job : List.of("weekly-capacity", "housekeeping")) {
      Poolkeeper.Said said =
          poolkeeper.run("run", job, "--demo", "--out", poolkeeper.out().toString());
      assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    }
    dashboards = Dashboards.read(FOLDER);
    ledger = Ledger.embedded(poolkeeper.home().resolve("demo"));
    night = ledger.sql().sql("select max(run_on) from mart.night").query(LocalDate.class).single();
    macros = new GrafanaMacros(instant(night.minusDays(60)), instant(night.plusDays(90)));
    reader = asReader(ledger);
    report = new JsonMapper().readTree(poolkeeper.out().resolve(night + "/nightly.json").toFile());
  }

  @AfterAll
  void close() throws SQLException {
    reader.close();
    ledger.close();
  }

  private static Instant instant(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(34_567);
  }

  private static Connection asReader(Ledger ledger) throws SQLException {
    Connection connection = ledger.dataSource().getConnection();
    connection.createStatement().execute("set role poolkeeper_reader");
    return connection;
  }

  private static Answer ask(Connection connection, String where, String sql) {
    try {
      return Answer.to(connection, sql);
    } catch (SQLException e) {
      throw new AssertionError(where + ": " + e.getMessage() + "\n" + sql, e);
    }
  }

  private Map<String, String> chosen(
      Connection connection, JsonNode dashboard, GrafanaChoices choice) {
    return choice.of(
        dashboard,
        macros,
        sql -> ask(connection, "variable", sql).column(0).stream().map(String::valueOf).toList());
  }

  /** Answers of all panels and variables of all dashboards. */
  private Map<GrafanaQuery, Answer> answers(Connection connection, GrafanaChoices choice) {
    Map<GrafanaQuery, Answer> answers = new LinkedHashMap<>();
    dashboards.forEach(
        (file, dashboard) -> {
          Map<String, String> values = chosen(connection, dashboard, choice);
          Stream.concat(
                  GrafanaQueries.variables(file, dashboard).stream(),
                  GrafanaQueries.panels(file, dashboard).stream())
              .forEach(
                  query ->
                      answers.put(
                          query,
                          ask(connection, query.where(), macros.expand(query.sql(), values))));
        });
    return answers;
  }

  @ParameterizedTest
  @EnumSource
  void everyQueryAnswersWithWhatItsPanelShows(GrafanaChoices choice) {
    List<String> problems = new ArrayList<>();
    Map<String, Set<String>> given = new HashMap<>();
    Map<String, Set<String>> wanted = new HashMap<>();
    answers(reader, choice)
        .forEach(
            (query, answer) -> {
              String panel = query.where().replaceFirst(", [A-Z]$", "");
              given.computeIfAbsent(panel, p -> new TreeSet<>()).addAll(names(query, answer));
              wanted.put(panel, query.fields());
              problems.addAll(problems(query, answer));
            });
    wanted.forEach(
        (panel, fields) -> {
          Set<String> names = given.getOrDefault(panel, Set.of());
          if (!names.containsAll(fields)) {
            problems.add("%s has no %s but %s".formatted(panel, fields, names));
          }
        });

    assertThat(problems).isEmpty();
  }

  /** Names of the fields that Grafana makes of an answer: of series in rows their own names. */
  private static Set<String> names(GrafanaQuery query, Answer answer) {
    List<String> columns = List.copyOf(answer.columns().keySet());
    int metric = columns.indexOf("metric");
    if (!query.series() || metric < 0) {
      return answer.columns().keySet();
    }
    Set<String> names = new TreeSet<>(query.fields());
    List<@Nullable String> series = answer.column(metric);
    if (!names.isEmpty() && !names.containsAll(series)) {
      names.clear(); // a series without the colour it has elsewhere
    }
    return names;
  }

  private static List<String> problems(GrafanaQuery query, Answer answer) {
    List<String> problems = new ArrayList<>();
    Set<String> columns = answer.columns().keySet();
    if (!answer.strange().isEmpty()) {
      problems.add(query.where() + ": Grafana cannot show " + answer.strange());
    }
    boolean timed = query.series() || query.kind().equals("state-timeline");
    if (timed && !columns.iterator().next().equals("time")) {
      problems.add(query.where() + " is not over time");
    }
    if (timed && !answer.column(0).equals(answer.column(0).stream().sorted(BY_TIME).toList())) {
      problems.add(query.where() + " is not in order of time");
    }
    if (query.series() && answer.numbers() < (answer.isNumber("time") ? 2 : 1)) {
      problems.add(query.where() + " has no value");
    }
    if (query.kind().equals("stat") && query.fields().isEmpty() && answer.numbers() == 0) {
      problems.add(query.where() + " has no number");
    }
    return problems;
  }

  private static final Comparator<@Nullable String> BY_TIME =
      Comparator.comparingDouble(text -> seconds(requireNonNull(text)));

  /** Of a day, or of the seconds that the grouping macro makes. */
  private static double seconds(String time) {
    return time.contains("-")
        ? (double) LocalDate.parse(time).toEpochDay()
        : Double.parseDouble(time);
  }

  @Test
  void theDemoHasSomethingToShowOnAlmostEveryPanel() {
    List<String> empty =
        answers(reader, GrafanaChoices.ALL).entrySet().stream()
            .filter(one -> one.getValue().rows().isEmpty())
            .map(one -> one.getKey().where())
            .filter(where -> !EMPTY_IN_THE_DEMO.contains(where))
            // the first volume of the list is a healthy one
            .filter(where -> !where.startsWith("volume-detail.json: Oddities"))
            .filter(where -> !where.startsWith("volume-detail.json: Findings"))
            // nothing is wrong with the pipeline itself
            .filter(where -> !where.startsWith("pipeline.json: Lists that were not read in full"))
            .filter(where -> !where.startsWith("findings-proposals.json: Decisions"))
            .toList();

    assertThat(empty).isEmpty();
  }

  @Test
  void figuresAreThoseOfTheReport() {
    Map<String, Answer> told = new LinkedHashMap<>();
    answers(reader, GrafanaChoices.ALL).forEach((query, answer) -> told.put(query.where(), answer));

    assertThat(first(told, "fleet-overview.json: Verdict, A"))
        .containsExactly(report.path("verdict").asString(), night.toString());
    assertThat(first(told, "fleet-overview.json: Reclaimable, A").get(0))
        .isEqualTo(report.at("/reclaimable/confirmedBytes").asString());
    JsonNode totals = report.at("/retention/totals");
    assertThat(first(told, "snapshots-retention.json: Not as promised, A"))
        .containsExactly(totals.path("overdue").asString(), totals.path("missing").asString());
    long never =
        report
            .at("/protection/namespaces")
            .valueStream()
            .mapToLong(one -> one.path("never").asLong())
            .sum();
    long late =
        report
            .at("/protection/namespaces")
            .valueStream()
            .mapToLong(one -> one.path("late").asLong())
            .sum();
    assertThat(first(told, "snapshots-retention.json: Claims without a young copy, A"))
        .containsExactly(String.valueOf(late), String.valueOf(never));
    Answer pools = requireNonNull(told.get("fleet-overview.json: Pools, A"));
    Map<String, String> used = new LinkedHashMap<>();
    pools.rows().forEach(row -> used.put(requireNonNull(row.get(0)), requireNonNull(row.get(3))));
    assertThat(used).hasSize(report.path("pools").size());
    for (JsonNode pool : report.path("pools")) {
      assertThat(used)
          .containsEntry(pool.path("subject").asString(), pool.path("usedBytes").asString());
    }
  }

  private static List<@Nullable String> first(Map<String, Answer> told, String where) {
    return requireNonNull(told.get(where), where).rows().get(0);
  }

  @Test
  void readerSeesNothingButMarts() {
    assertThatThrownBy(() -> Answer.to(reader, "select count(*) from ledger.run"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void aLedgerWithoutNightsIsNoError(@TempDir Path folder) throws SQLException {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    poolkeeper.run("runs");
    try (Ledger empty = Ledger.of(poolkeeper);
        Connection connection = asReader(empty)) {
      for (GrafanaChoices choice : List.of(GrafanaChoices.ALL, GrafanaChoices.ONE)) {
        assertThat(answers(connection, choice)).hasSizeGreaterThan(90);
      }
      assertThat(alert(connection, "Nightly run missed").rows()).isEmpty();
    }
  }

  private Answer alert(Connection connection, String title) {
    try {
      JsonNode rules =
          new YAMLMapper().readTree(FOLDER.resolve("alerting/poolkeeper.yaml").toFile());
      GrafanaQuery query =
          GrafanaQueries.alerts("", rules).stream()
              .filter(one -> one.where().endsWith(": " + title))
              .findFirst()
              .orElseThrow();
      Answer answer = ask(connection, title, macros.expand(query.sql(), Map.of()));
      assertThat(answer.numbers()).as(title).isEqualTo(1);
      assertThat(answer.strange()).as(title).isEmpty();
      return answer;
    } catch (RuntimeException e) {
      throw new AssertionError(title, e);
    }
  }

  /** Whether any row of an alert has a number over zero. */
  private boolean fires(Connection connection, String title) {
    Answer answer = alert(connection, title);
    List<String> names = List.copyOf(answer.columns().keySet());
    return answer.rows().stream()
        .anyMatch(
            row -> {
              for (int i = 0; i < names.size(); i++) {
                if (answer.isNumber(names.get(i))
                    && Double.parseDouble(requireNonNull(row.get(i))) > 0) {
                  return true;
                }
              }
              return false;
            });
  }

  @ParameterizedTest
  @EnumSource
  void alertRulesFireWhenTheyShouldAndOnlyThen(Trouble trouble) throws SQLException, IOException {
    try (Connection connection = ledger.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (String statement : Trouble.HEALTHY) {
        connection.createStatement().execute(statement);
      }
      assertThat(fires(connection, trouble.title())).as("before").isFalse();
      connection.createStatement().execute(trouble.cause());
      assertThat(fires(connection, trouble.title())).as("after").isTrue();
      connection.rollback();
    }
  }
}
