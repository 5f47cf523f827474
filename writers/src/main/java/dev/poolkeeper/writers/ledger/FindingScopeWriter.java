package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.delivery.FindingScope;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectFacts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps whom findings concern, also for the nights on which they are not judged. */
public final class FindingScopeWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  public FindingScopeWriter(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Replaces what a run knows of its verdicts. */
  public void write(long runId, List<FindingScope> scopes) {
    jdbc.update("delete from staging.finding_scope where run_id = ?", runId);
    jdbc.batchUpdate(
        """
        insert into staging.finding_scope (run_id, code, subject, facts)
        values (?, ?, ?, ?::jsonb)
        on conflict (run_id, code, subject) do nothing
        """,
        scopes,
        BATCH,
        (statement, scope) -> {
          statement.setLong(1, runId);
          statement.setString(2, scope.code().code());
          statement.setString(3, scope.subject().toString());
          statement.setString(4, text(scope.facts()));
        });
  }

  /** Keeps what a run knows with the findings themselves, once these are written. */
  public void keep(long runId, LocalDate night) {
    jdbc.update(
        """
        insert into ledger.finding_scope (finding_id, facts, known_on)
        select finding.finding_id, scope.facts, ?
        from staging.finding_scope as scope
        join ledger.finding on finding.fingerprint = scope.code || ':' || scope.subject
        where scope.run_id = ?
        on conflict (finding_id) do update set facts = excluded.facts, known_on = excluded.known_on
        """,
        night,
        runId);
    jdbc.update("delete from staging.finding_scope where run_id = ?", runId);
  }

  private String text(SubjectFacts facts) {
    Map<String, Collection<String>> values = new TreeMap<>();
    facts
        .values()
        .forEach(
            (key, known) -> {
              if (key != MatchKey.SUBJECT && !known.isEmpty()) {
                values.put(key.word(), new TreeSet<>(known));
              }
            });
    return json.writeValueAsString(values);
  }
}
