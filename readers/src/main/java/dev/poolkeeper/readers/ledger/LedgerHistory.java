package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Disappearance;
import dev.poolkeeper.processors.orphan.FormerUse;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.Past;
import dev.poolkeeper.processors.orphan.SeenUnused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger remembers on one night, that night's own inventory included. Only lists that were
 * read completely, and that no guard distrusted, tell that something went.
 */
public final class LedgerHistory implements History {

  private final JdbcClient jdbc;
  private final LocalDate runOn;

  public LedgerHistory(JdbcClient jdbc, LocalDate runOn) {
    this.jdbc = jdbc;
    this.runOn = runOn;
  }

  @Override
  public List<Disappearance> disappearances() {
    return jdbc.sql(
            """
            select code, subject, last_seen_at, missed_at, create_txg
            from mart.came_back(:day)
            order by subject, code
            """)
        .param("day", runOn)
        .query(
            (row, n) ->
                new Disappearance(
                    FindingCode.parse(row.getString("code")).orElseThrow(),
                    Subject.parse(row.getString("subject")),
                    Columns.instant(row, "last_seen_at"),
                    Columns.instant(row, "missed_at"),
                    Columns.bytes(row, "create_txg")))
        .list();
  }

  @Override
  public Map<Subject, SeenUnused> unusedClaims() {
    Map<Subject, SeenUnused> claims = new HashMap<>();
    jdbc.sql(
            """
            select subject, first_seen_at, nights
            from mart.finding
            where code = :code and status <> 'resolved' and nights > 0
                and run_on = (select max(run_on) from mart.night where run_on < :day)
            """)
        .param("code", FindingCode.CLAIM_UNUSED.code())
        .param("day", runOn)
        .query(
            row -> {
              claims.put(
                  Subject.parse(row.getString("subject")),
                  new SeenUnused(Columns.instant(row, "first_seen_at"), row.getInt("nights")));
            });
    return claims;
  }

  @Override
  public List<FormerUse> formerly(Set<String> clusters) {
    return jdbc.sql(
            """
            select subject, last_seen_on, driver, cluster_uid, stood_on
            from mart.formerly(:clusters, :day)
            order by subject
            """)
        .param("clusters", clusters.toArray(String[]::new))
        .param("day", runOn)
        .query(
            (row, n) ->
                new FormerUse(
                    Subject.parse(row.getString("subject")),
                    row.getObject("last_seen_on", LocalDate.class),
                    Columns.text(row, "driver"),
                    Columns.text(row, "cluster_uid"),
                    Columns.texts(row, "stood_on").stream().map(Subject::parse).toList()))
        .list();
  }

  @Override
  public Map<Subject, Past> past(Set<Subject> subjects) {
    Map<Subject, Past> remembered = new HashMap<>();
    if (subjects.isEmpty()) {
      return remembered;
    }
    jdbc.sql(
            """
            select subject, last_seen_on, missed_on, cluster_uid, stood_on,
                attributes ->> 'phase' as phase,
                coalesce(attributes ->> 'reclaimPolicy', attributes ->> 'deletionPolicy') as policy,
                coalesce(attributes #>> '{source,driver}', attributes ->> 'driver') as driver,
                attributes ->> 'deletedAt' is not null as deletion_asked,
                (attributes #>> '{claim,namespace}') || '/' || (attributes #>> '{claim,name}')
                    as claim,
                coalesce(attributes #>> '{claim,uid}', attributes ->> 'uid') as claim_uid
            from mart.remembered(:subjects, :day)
            """)
        .param("subjects", subjects.stream().map(Subject::toString).toArray(String[]::new))
        .param("day", runOn)
        .query((row, n) -> past(row))
        .list()
        .forEach(past -> remembered.put(past.subject(), past));
    return remembered;
  }

  private static Past past(ResultSet row) throws SQLException {
    Subject subject = Subject.parse(row.getString("subject"));
    return new Past(
        subject,
        row.getObject("last_seen_on", LocalDate.class),
        Optional.ofNullable(row.getObject("missed_on", LocalDate.class)),
        new Past.State(
            Columns.text(row, "phase"),
            Columns.text(row, "policy"),
            Columns.text(row, "driver"),
            row.getBoolean("deletion_asked"),
            Columns.text(row, "claim")
                .map(
                    name -> Subject.of(subject.source(), ObjectKind.PERSISTENT_VOLUME_CLAIM, name)),
            Columns.text(row, "claim_uid"),
            Columns.text(row, "cluster_uid")),
        Columns.texts(row, "stood_on").stream().map(Subject::parse).toList());
  }
}
