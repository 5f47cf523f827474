package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.tests.grafana.Dashboards;
import dev.poolkeeper.tests.grafana.GrafanaChoices;
import dev.poolkeeper.tests.grafana.GrafanaMacros;
import dev.poolkeeper.tests.grafana.GrafanaQueries;
import dev.poolkeeper.tests.grafana.GrafanaQuery;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How long every query of the dashboards takes on a year of a ledger: {@code GrafanaBenchmark HOME
 * deploy/grafana}. A home whose ledger has one night gets 364 more that look like it. Each query is
 * asked as the reader, with All chosen over the whole year; the slower of two times is told.
 */
public final class GrafanaBenchmark {

  private static final int DAYS = 365;
  private static final int AHEAD = 90;

  private final JdbcTemplate sql;
  private final PrintStream out;

  private GrafanaBenchmark(JdbcTemplate sql, PrintStream out) {
    this.sql = sql;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (LedgerStore ledger =
        LedgerStore.embedded(Path.of(arguments[0]).toAbsolutePath(), line -> {})) {
      SingleConnectionDataSource one =
          new SingleConnectionDataSource(ledger.dataSource().getConnection(), true);
      GrafanaBenchmark benchmark = new GrafanaBenchmark(new JdbcTemplate(one), out);
      benchmark.fill();
      benchmark.measure(Path.of(arguments[1]));
      one.destroy();
    }
  }

  private void fill() throws IOException {
    if (sql.queryForList("select run_on from mart.night limit 2").size() == 1) {
      String script =
          new ClassPathResource("dev/poolkeeper/tests/benchmark/year.sql")
              .getContentAsString(StandardCharsets.UTF_8);
      sql.execute("begin; " + script + "; commit");
      sql.execute("vacuum analyze");
    }
  }

  private void measure(Path folder) throws IOException {
    LocalDate last =
        LocalDate.parse(
            sql.query("select max(run_on)::text from mart.night", (row, n) -> row.getString(1))
                .get(0));
    GrafanaMacros macros = new GrafanaMacros(day(last.minusDays(DAYS)), day(last.plusDays(AHEAD)));
    sql.execute("set role poolkeeper_reader");
    for (Map.Entry<String, JsonNode> dashboard : Dashboards.read(folder).entrySet()) {
      Map<String, String> all = GrafanaChoices.ALL.of(dashboard.getValue(), macros, this::values);
      List<GrafanaQuery> queries = new ArrayList<>();
      queries.addAll(GrafanaQueries.variables(dashboard.getKey(), dashboard.getValue()));
      queries.addAll(GrafanaQueries.panels(dashboard.getKey(), dashboard.getValue()));
      queries.forEach(query -> time(query, macros.expand(query.sql(), all)));
    }
    Path alerts = folder.resolve("alerting/poolkeeper.yaml");
    GrafanaQueries.alerts("alerts", new YAMLMapper().readTree(alerts.toFile()))
        .forEach(query -> time(query, macros.expand(query.sql(), Map.of())));
    sql.execute("reset role");
  }

  private static Instant day(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(36_000);
  }

  private List<String> values(String query) {
    return sql.query(query, (row, n) -> row.getString(1));
  }

  private void time(GrafanaQuery query, String text) {
    long slowest = 0;
    int rows = 0;
    for (int i = 0; i < 2; i++) {
      long begin = System.nanoTime();
      rows = sql.query(text, (row, n) -> row.getMetaData().getColumnCount()).size();
      slowest = Math.max(slowest, System.nanoTime() - begin);
    }
    out.printf("%6d ms %6d rows  %s%n", slowest / 1_000_000, rows, query.where());
  }
}
