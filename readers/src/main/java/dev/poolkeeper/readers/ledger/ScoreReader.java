package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.report.SourceScoreLine;
import dev.poolkeeper.processors.report.SourceScoreLine.CostLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How every source stood on a night. */
public final class ScoreReader {

  private record Cost(String source, CostLine line) {}

  private final JdbcClient jdbc;

  public ScoreReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Clusters first, then by name. */
  public List<SourceScoreLine> ofNight(LocalDate runOn) {
    Map<String, List<CostLine>> costs =
        costs(runOn).stream()
            .collect(
                Collectors.groupingBy(
                    Cost::source, Collectors.mapping(Cost::line, Collectors.toList())));
    return jdbc.sql(
            """
            select source, side, score, grade, delta, compared_with, objects, unjudged
            from mart.source_score where run_on = :day order by side, source
            """)
        .param("day", runOn)
        .query((row, n) -> line(row, costs))
        .list();
  }

  private static SourceScoreLine line(ResultSet row, Map<String, List<CostLine>> costs)
      throws SQLException {
    String source = row.getString("source");
    return new SourceScoreLine(
        source,
        row.getString("side"),
        Columns.number(row, "score"),
        Columns.text(row, "grade"),
        Columns.number(row, "delta"),
        Optional.ofNullable(row.getObject("compared_with", LocalDate.class)),
        row.getLong("objects"),
        Columns.text(row, "unjudged"),
        costs.getOrDefault(source, List.of()));
  }

  private List<Cost> costs(LocalDate runOn) {
    return jdbc.sql(
            """
            select source, code, severity, findings, points
            from mart.source_cost where run_on = :day order by source, points desc, code, severity
            """)
        .param("day", runOn)
        .query(
            (row, n) ->
                new Cost(
                    row.getString("source"),
                    new CostLine(
                        row.getString("code"),
                        FindingCode.parse(row.getString("code")).orElseThrow().word(),
                        row.getString("severity"),
                        row.getInt("findings"),
                        row.getDouble("points"))))
        .list();
  }
}
