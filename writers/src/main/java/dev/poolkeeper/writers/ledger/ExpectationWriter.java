package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps which alarms persons called expected. Nothing is ever deleted. */
public final class ExpectationWriter {

  private final JdbcClient jdbc;

  public ExpectationWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** That the newest alarm of an anomaly was expected. */
  public void say(Anomaly anomaly, String reason, String by, Instant at) {
    jdbc.sql(
            """
            insert into ledger.anomaly_expected (
                subject, measure, anomaly, alarmed_on, score, reason, said_by, said_at
            ) values (:subject, :measure, :anomaly, :alarmedOn, :score, :reason, :by, :at)
            """)
        .param("subject", anomaly.series().key().subject().toString())
        .param("measure", anomaly.series().key().measure().word())
        .param("anomaly", anomaly.kind().label())
        .param("alarmedOn", anomaly.alarm().day())
        .param("score", anomaly.alarm().score())
        .param("reason", reason.strip())
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Takes back what was said of a subject.
   *
   * @param kind empty: of all classes
   * @return how many statements
   */
  public int withdraw(String subject, Optional<AnomalyKind> kind, String by, Instant at) {
    return jdbc.sql(
            """
            update ledger.anomaly_expected set withdrawn_by = :by, withdrawn_at = :at
            where subject = :subject and withdrawn_at is null
                and (:kind = '' or anomaly = :kind)
            """)
        .param("subject", subject)
        .param("kind", kind.map(AnomalyKind::label).orElse(""))
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
