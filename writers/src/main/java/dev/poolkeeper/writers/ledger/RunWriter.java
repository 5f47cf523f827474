package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.report.NightVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes a run's own story: begun, judged, finished, failed or abandoned. */
public final class RunWriter {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public RunWriter(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Opens the next attempt at a job for a night and returns its id. */
  public long begin(
      String job,
      LocalDate runOn,
      String origin,
      String version,
      Map<String, String> policy,
      Instant now) {
    return jdbc.sql(
            """
            insert into ledger.run (job, run_on, attempt, origin, status, version, policy, started_at)
            select :job, :day, coalesce(max(attempt), 0) + 1, :origin, 'running', :version,
                :policy::jsonb, :now
            from ledger.run where job = :job and run_on = :day
            returning run_id
            """)
        .param("job", job)
        .param("day", runOn)
        .param("origin", origin)
        .param("version", version)
        .param("policy", json.writeValueAsString(policy))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  public void captured(long runId, Instant capturedAt) {
    jdbc.sql("update ledger.run set captured_at = :at where run_id = :run")
        .param("at", capturedAt.atOffset(ZoneOffset.UTC))
        .param("run", runId)
        .update();
  }

  /** From here on the night is in the marts. */
  public void judged(long runId, boolean complete, NightVerdict verdict, int score) {
    jdbc.sql(
            """
            update ledger.run set status = :status, verdict = :verdict, score = :score
            where run_id = :run
            """)
        .param("status", complete ? "complete" : "incomplete")
        .param("verdict", verdict.name())
        .param("score", score)
        .param("run", runId)
        .update();
  }

  /** What a run that judges no findings comes to; from here on its results are valid. */
  public void concluded(long runId, boolean complete, NightVerdict verdict) {
    jdbc.sql("update ledger.run set status = :status, verdict = :verdict where run_id = :run")
        .param("status", complete ? "complete" : "incomplete")
        .param("verdict", verdict.name())
        .param("run", runId)
        .update();
  }

  /** What a run that judges nothing at all comes to, once it is through. */
  public void done(long runId) {
    jdbc.sql("update ledger.run set status = 'complete' where run_id = :run and status = 'running'")
        .param("run", runId)
        .update();
  }

  public void finished(long runId, Instant now) {
    jdbc.sql("update ledger.run set finished_at = :now where run_id = :run")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("run", runId)
        .update();
  }

  /** Closes a run that did not get to its end; a night that was already judged stays valid. */
  public void closed(long runId, String status, Instant now) {
    jdbc.sql(
            """
            update ledger.run
            set finished_at = :now, status = case when status = 'running' then :status else status end
            where run_id = :run
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("status", status)
        .param("run", runId)
        .update();
  }
}
