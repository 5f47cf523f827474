package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.NightFacts;
import dev.poolkeeper.readers.ledger.SpaceMarts.NightSpace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All that the marts know about a night and the one before it. */
public final class NightFactsReader {

  private record Night(
      LocalDate runOn, Instant capturedAt, String version, OptionalInt score, String policy) {}

  /** Claims that a report lists; all are counted. */
  private static final int PROTECTION_SHOWN = 20;

  private static final int PROPOSALS_SHOWN = 20;

  private static final int PROMISES_SHOWN = 20;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Marts marts;
  private final SpaceMarts spaceMarts;
  private final FindingReader findings;
  private final ExceptionReader exceptions;
  private final ScoreReader scores;
  private final WithheldReader withheld;
  private final CourseReader courses;
  private final ProtectionReader protections;
  private final PromiseReader promises;
  private final ProposalNightReader proposals;
  private final OutlookReader outlooks;
  private final OwnerReader owners;

  public NightFactsReader(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.marts = new Marts(jdbc, json);
    this.spaceMarts = new SpaceMarts(jdbc);
    this.findings = new FindingReader(jdbc);
    this.exceptions = new ExceptionReader(jdbc);
    this.scores = new ScoreReader(jdbc);
    this.withheld = new WithheldReader(jdbc);
    this.courses = new CourseReader(jdbc);
    this.protections = new ProtectionReader(jdbc);
    this.promises = new PromiseReader(jdbc);
    this.proposals = new ProposalNightReader(jdbc);
    this.outlooks = new OutlookReader(jdbc);
    this.owners = new OwnerReader(jdbc, json);
  }

  /**
   * @param demo whether the ledger holds made-up data
   */
  public NightFacts read(LocalDate runOn, boolean demo) {
    Night night = night("run_on = :day", runOn).orElseThrow();
    Optional<Night> before = night("run_on < :day", runOn);
    List<Finding> tonight = findings.ofNight(runOn);
    Map<String, String> policy = policy(night);
    NightSpace space = spaceMarts.read(runOn);
    return new NightFacts(
        night.version(),
        demo,
        runOn,
        night.capturedAt(),
        tonight,
        before.map(Night::runOn),
        before.map(Night::score).orElse(OptionalInt.empty()),
        newlyConfirmed(tonight, before),
        judged(runOn),
        marts.sources(runOn),
        nights(runOn),
        marts.history(runOn),
        marts.volumesByConfidence(runOn),
        space.poolLines(),
        space.estate(),
        courses.read(runOn, tonight, policy),
        marts.coverage(runOn),
        withheld.ofNight(runOn),
        scores.ofNight(runOn),
        exceptions.ofNight(runOn),
        protections.facts(runOn, PROTECTION_SHOWN),
        promises.facts(runOn, PROMISES_SHOWN),
        proposals.facts(runOn, PROPOSALS_SHOWN),
        FullDateLine.of(outlooks.ofKinds(runOn, Set.of(SeriesKind.POOL))),
        owners.of(runOn, ActionLine.first(tonight).stream().map(Finding::subject).toList()),
        policy);
  }

  private Optional<Night> night(String condition, LocalDate day) {
    return jdbc.sql(
            "select run_on, captured_at, version, score, policy::text as policy from mart.night"
                + " where "
                + condition
                + " order by run_on desc limit 1")
        .param("day", day)
        .query((row, n) -> night(row))
        .optional();
  }

  private static Night night(ResultSet row) throws SQLException {
    return new Night(
        row.getObject("run_on", LocalDate.class),
        Columns.instant(row, "captured_at"),
        row.getString("version"),
        Columns.number(row, "score"),
        row.getString("policy"));
  }

  private List<String> newlyConfirmed(List<Finding> tonight, Optional<Night> before) {
    Set<String> confirmedBefore =
        before.map(night -> findings.ofNight(night.runOn())).orElse(List.of()).stream()
            .filter(Finding::confirmed)
            .map(Finding::fingerprint)
            .collect(Collectors.toSet());
    return tonight.stream()
        .filter(f -> f.confirmed() && f.code().needsConfirmation() && f.status().seen())
        .map(Finding::fingerprint)
        .filter(fingerprint -> !confirmedBefore.contains(fingerprint))
        .toList();
  }

  /** Volumes and snapshot contents: what the score is a share of. */
  private long judged(LocalDate runOn) {
    return jdbc.sql(
            """
            select coalesce(sum(row_count), 0) from mart.capture
            where run_on = :day and kind in ('persistentvolumes', 'volumesnapshotcontents')
            """)
        .param("day", runOn)
        .query(Long.class)
        .single();
  }

  private int nights(LocalDate runOn) {
    return jdbc.sql("select count(*) from mart.night where run_on <= :day")
        .param("day", runOn)
        .query(Integer.class)
        .single();
  }

  private Map<String, String> policy(Night night) {
    Map<String, String> policy = new TreeMap<>();
    json.readTree(night.policy())
        .properties()
        .forEach(entry -> policy.put(entry.getKey(), entry.getValue().asString()));
    return policy;
  }
}
