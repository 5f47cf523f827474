package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Ahead;
import dev.poolkeeper.processors.report.CourseLine.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads how pools, and what the most urgent findings are about, went and are expected to go. A few
 * dozen series at most, whatever the size of the ledger.
 */
final class CourseReader {

  /** Findings whose course a page has room for. */
  private static final int FINDINGS = 10;

  private static final int POOLS = 20;

  /** Days of the past on a chart, and of what is to come. */
  private static final int PAST_DAYS = 180;

  private static final int AHEAD_DAYS = 90;

  private static final Set<FindingCode> OF_FILLING =
      Set.of(FindingCode.VOLUME_FILLS, FindingCode.QUOTA_FILLS);

  private static final Set<FindingCode> OF_ANOMALIES =
      Set.of(
          FindingCode.GROWTH_SPIKE,
          FindingCode.SUDDEN_SHRINK,
          FindingCode.FLATLINED,
          FindingCode.SNAPSHOT_PILE_UP,
          FindingCode.LEVEL_SHIFT);

  private static final Comparator<Finding> URGENT =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::code)
          .thenComparing(Finding::subject);

  private final JdbcClient jdbc;
  private final OutlookReader outlooks;
  private final int aheadDays;

  CourseReader(JdbcClient jdbc) {
    this(jdbc, AHEAD_DAYS);
  }

  /**
   * @param aheadDays days to come that are shown, as far as they are forecast
   */
  CourseReader(JdbcClient jdbc, int aheadDays) {
    this.jdbc = jdbc;
    this.outlooks = new OutlookReader(jdbc);
    this.aheadDays = aheadDays;
  }

  /**
   * The courses of these series of one night, in their order; only those of which at least a day is
   * known.
   */
  List<CourseLine> of(List<SeriesOutlook> series, Map<String, String> policy) {
    List<Anomaly> told =
        series.isEmpty() ? List.of() : CourseAlarms.told(jdbc, series.get(0).night());
    return series.stream()
        .map(
            outlook ->
                course(outlook, outlook.key().subject(), policy)
                    .marked(CourseAlarms.marks(outlook.key(), told)))
        .filter(course -> !course.days().isEmpty())
        .toList();
  }

  /**
   * @param policy the values in force on that night, by key
   * @return by subject and measure; empty when the night forecast nothing
   */
  List<CourseLine> read(LocalDate night, List<Finding> findings, Map<String, String> policy) {
    List<Anomaly> told = CourseAlarms.told(jdbc, night);
    Stream<CourseLine> pools =
        subjects(night, SeriesKind.POOL).stream()
            .flatMap(pool -> outlooks.of(night, pool).stream())
            .filter(outlook -> outlook.kind() == SeriesKind.POOL)
            .map(
                outlook ->
                    course(outlook, outlook.key().subject(), policy)
                        .marked(CourseAlarms.marks(outlook.key(), told)));
    Stream<CourseLine> filling =
        urgent(findings, OF_FILLING::contains)
            .flatMap(
                finding ->
                    worst(night, finding.subject()).stream()
                        .map(outlook -> course(outlook, finding.subject(), policy)));
    List<Anomaly> anomalies =
        told.stream().filter(anomaly -> anomaly.series().kind() != SeriesKind.POOL).toList();
    Stream<CourseLine> odd =
        urgent(findings, OF_ANOMALIES::contains)
            .map(Finding::subject)
            .distinct()
            .flatMap(subject -> odd(night, subject, anomalies, policy));
    return Stream.of(pools, filling, odd)
        .flatMap(Function.identity())
        .filter(course -> !course.days().isEmpty())
        .toList();
  }

  private static Stream<Finding> urgent(List<Finding> findings, Predicate<FindingCode> codes) {
    return findings.stream()
        .filter(finding -> codes.test(finding.code()) && finding.status().seen())
        .sorted(URGENT)
        .limit(FINDINGS);
  }

  private Stream<CourseLine> odd(
      LocalDate night, Subject subject, List<Anomaly> anomalies, Map<String, String> policy) {
    return anomalies.stream()
        .filter(anomaly -> anomaly.series().key().subject().equals(subject))
        .findFirst()
        .stream()
        .flatMap(
            anomaly ->
                outlooks.of(night, subject).stream()
                    .filter(outlook -> outlook.key().equals(anomaly.series().key()))
                    .map(
                        outlook ->
                            course(outlook, subject, policy).with(CourseAlarms.of(anomaly))));
  }

  private List<Subject> subjects(LocalDate night, SeriesKind kind) {
    return jdbc
        .sql(
            """
            select distinct subject from mart.forecast
            where run_on = :night and kind = :kind
            order by subject limit :most
            """)
        .param("night", night)
        .param("kind", kind.word())
        .param("most", POOLS)
        .query(String.class)
        .list()
        .stream()
        .map(Subject::parse)
        .toList();
  }

  /** Of the forecasts about a subject the one that fills first. */
  private Optional<SeriesOutlook> worst(LocalDate night, Subject subject) {
    List<Subject> series =
        jdbc
            .sql(
                """
                select distinct subject from mart.forecast
                where run_on = :night and :subject in (subject, volume, claim)
                    and capacity is not null
                order by subject
                """)
            .param("night", night)
            .param("subject", subject.toString())
            .query(String.class)
            .list()
            .stream()
            .map(Subject::parse)
            .toList();
    return series.stream()
        .flatMap(found -> outlooks.of(night, found).stream())
        .filter(outlook -> outlook.limit().isPresent())
        .min(
            Comparator.comparing((SeriesOutlook outlook) -> -probability(outlook))
                .thenComparing(outlook -> -fill(outlook))
                .thenComparing(SeriesOutlook::key));
  }

  private static double probability(SeriesOutlook outlook) {
    return outlook
        .forecast()
        .map(StoredForecast::fullness)
        .map(fullness -> fullness.within30().orElse(0) + fullness.within90().orElse(0))
        .orElse(0.);
  }

  private static double fill(SeriesOutlook outlook) {
    return outlook.known().lastValue().orElse(0) / outlook.limit().orElseThrow().amount();
  }

  private CourseLine course(SeriesOutlook outlook, Subject subject, Map<String, String> policy) {
    boolean pool = outlook.kind() == SeriesKind.POOL;
    Measure measure = outlook.key().measure();
    return new CourseLine(
        subject.toString(),
        measure.word(),
        measure.unit() == Measure.Unit.BYTES ? CourseLine.BYTES : CourseLine.COUNT,
        outlook.night(),
        days(outlook),
        ahead(outlook),
        outlook.limit().map(SeriesLimit::amount).map(OptionalLong::of).orElse(OptionalLong.empty()),
        pool ? number(policy.get("capacity.warn-at")) : OptionalDouble.empty(),
        pool ? number(policy.get("capacity.critical-at")) : OptionalDouble.empty(),
        Optional.empty());
  }

  private static OptionalDouble number(@Nullable String text) {
    return text != null && text.matches("0?\\.\\d+|[01](\\.\\d+)?")
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  private List<Ahead> ahead(SeriesOutlook outlook) {
    List<Ahead> ahead = new ArrayList<>();
    for (BandDay day : outlook.forecast().map(StoredForecast::band).orElse(List.of())) {
      if (day.daysAhead() <= aheadDays) {
        ahead.add(
            new Ahead(
                outlook.night().plusDays(day.daysAhead()),
                Math.round(day.mean()),
                Math.round(day.low80()),
                Math.round(day.high80()),
                Math.round(day.low95()),
                Math.round(day.high95())));
      }
    }
    return ahead;
  }

  /** A view per way of asking, so that each is answered by an index. */
  private List<Day> days(SeriesOutlook outlook) {
    String rows =
        switch (outlook.kind()) {
          case POOL, VOLUME, DATASET ->
              "select day, %s as value, origin from mart.dataset_history where subject = :subject"
                  .formatted(
                      outlook.key().measure() == Measure.LIVE ? "referenced_bytes" : "used_bytes");
          case CLAIM ->
              "select day, used_bytes as value, origin from mart.claim_history"
                  + " where subject = :subject";
          case NAMESPACE, STORAGE_CLASS, COUNT ->
              "select day, value, origin from mart.series_day"
                  + " where subject = :subject and measure = :measure";
        };
    Subject asked =
        outlook.kind() == SeriesKind.POOL
            ? outlook.place().dataset().orElse(outlook.key().subject())
            : outlook.key().subject();
    JdbcClient.StatementSpec statement =
        jdbc.sql(rows + " and day > :from and day <= :to order by day")
            .param("subject", asked.toString())
            .param("from", outlook.night().minusDays(PAST_DAYS))
            .param("to", outlook.night());
    return (rows.contains(":measure")
            ? statement.param("measure", outlook.key().measure().word())
            : statement)
            .query(
                (row, n) ->
                    new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("value"),
                        row.wasNull() ? "" : row.getString("origin")))
            .list()
            .stream()
            .filter(day -> !day.origin().isEmpty())
            .toList();
  }
}
