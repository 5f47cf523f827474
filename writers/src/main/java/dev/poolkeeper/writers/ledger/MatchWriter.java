package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Match;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stages what the join said of each volume and content, as rows of kind {@code matches}. */
public final class MatchWriter {

  static final String KIND = "matches";

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  public MatchWriter(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Replaces the matches of a run. */
  public void write(long runId, List<Match> matches) {
    jdbc.update("delete from staging.object where run_id = ? and kind = ?", runId, KIND);
    jdbc.batchUpdate(
        """
        insert into staging.object (run_id, source, kind, subject, attributes)
        values (?, ?, ?, ?, ?::jsonb)
        """,
        matches,
        BATCH,
        (statement, match) -> {
          statement.setLong(1, runId);
          statement.setString(2, match.subject().source());
          statement.setString(3, KIND);
          statement.setString(4, match.subject().toString());
          statement.setString(5, json.writeValueAsString(attributes(match)));
        });
  }

  private static Map<String, Object> attributes(Match match) {
    if (match instanceof Match.Linked linked) {
      return attributes(
          Words.of(linked.links().get(0).confidence()),
          linked.links().stream().map(Link::to).map(Subject::toString).toList(),
          linked.links().stream().flatMap(link -> link.evidence().stream()).distinct().toList());
    }
    if (match instanceof Match.Absent absent) {
      return attributes("absent", List.of(), absent.evidence());
    }
    if (match instanceof Match.Unresolved unresolved) {
      return attributes("unresolved", List.of(), List.of(unresolved.reason()));
    }
    if (match instanceof Match.OutOfScope outOfScope) {
      return attributes("out-of-scope", List.of(), List.of(outOfScope.reason()));
    }
    throw new IllegalStateException("no such match: " + match);
  }

  private static Map<String, Object> attributes(
      String outcome, List<String> to, List<String> evidence) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put("outcome", outcome);
    attributes.put("to", to);
    attributes.put("evidence", evidence);
    return attributes;
  }
}
