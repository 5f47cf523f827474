package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.anomaly.watch.Circumstances;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What else the ledger knows of the night of new alarms: the forecasts before and after, and the
 * snapshots of the dataset that came and went. Two questions a night, and none when nothing
 * alarmed.
 */
public final class LedgerCircumstances implements Circumstances {

  /** A forecast older than this says nothing of the night before. */
  private static final int NIGHTS_BACK = 7;

  private record Snapshots(long taken, long gone) {}

  private final LocalDate night;
  private final Map<SeriesKey, Full> full = new HashMap<>();
  private final Map<Subject, Snapshots> snapshots = new HashMap<>();

  private LedgerCircumstances(LocalDate night) {
    this.night = night;
  }

  /**
   * @param fresh what has alarmed since the night before
   */
  public static Circumstances of(JdbcClient jdbc, LocalDate night, List<Anomaly> fresh) {
    if (fresh.isEmpty()) {
      return Circumstances.none();
    }
    LedgerCircumstances known = new LedgerCircumstances(night);
    known.readForecasts(jdbc, fresh);
    known.readSnapshots(jdbc, fresh);
    return known;
  }

  private void readForecasts(JdbcClient jdbc, List<Anomaly> fresh) {
    jdbc.sql(
            """
            select tonight.subject, tonight.measure, coalesce(tonight.p30, 0) as now,
                coalesce(before.p30, 0) as before
            from mart.forecast as tonight
            left join lateral (
                select earlier.p30 from mart.forecast as earlier
                where earlier.subject = tonight.subject and earlier.measure = tonight.measure
                    and earlier.run_on between :oldest and :last
                order by earlier.run_on desc
                limit 1
            ) as before on true
            where tonight.run_on = :night and tonight.subject = any(:subjects)
            """)
        .param("night", night)
        .param("oldest", night.minusDays(NIGHTS_BACK))
        .param("last", night.minusDays(1))
        .param("subjects", subjects(fresh))
        .query(
            row -> {
              full.put(
                  AnomalyReader.key(row), new Full(row.getDouble("before"), row.getDouble("now")));
            });
  }

  private static String[] subjects(List<Anomaly> fresh) {
    return fresh.stream()
        .map(anomaly -> anomaly.series().key().subject().toString())
        .distinct()
        .toArray(String[]::new);
  }

  /** By the night on which the ledger saw them first or missed them. */
  private void readSnapshots(JdbcClient jdbc, List<Anomaly> fresh) {
    String[] datasets =
        fresh.stream()
            .flatMap(anomaly -> anomaly.series().place().dataset().stream())
            .map(Subject::toString)
            .distinct()
            .toArray(String[]::new);
    if (datasets.length == 0) {
      return;
    }
    jdbc.sql(
            """
            select dataset.subject,
                count(*) filter (where version.valid_from = :night and earlier.object_id is null) as taken,
                count(*) filter (where version.valid_to = :night and later.object_id is null) as gone
            from ledger.version
            join ledger.object on object.object_id = version.object_id and object.kind = 'snapshots'
            cross join lateral (
                select object.source || '/datasets/' || split_part(
                    substr(object.subject, length(object.source || '/snapshots/') + 1), '@', 1) as subject
            ) as dataset
            left join ledger.version as earlier
                on earlier.object_id = version.object_id and earlier.valid_to = version.valid_from
            left join ledger.version as later
                on later.object_id = version.object_id and later.valid_from = version.valid_to
            where (version.valid_from = :night or version.valid_to = :night)
                and dataset.subject = any(:datasets)
            group by dataset.subject
            """)
        .param("night", night)
        .param("datasets", datasets)
        .query(
            row -> {
              snapshots.put(
                  Subject.parse(row.getString("subject")),
                  new Snapshots(row.getLong("taken"), row.getLong("gone")));
            });
  }

  @Override
  public Full fullSoon(SeriesKey key) {
    return full.getOrDefault(key, Full.UNKNOWN);
  }

  @Override
  public List<String> of(Anomaly anomaly) {
    List<String> also = new ArrayList<>();
    Full soon = fullSoon(anomaly.series().key());
    if (soon.now() >= 0.05 || soon.before() >= 0.05) {
      also.add(
          "full within 30 days with %.0f %%, the night before with %.0f %%"
              .formatted(100 * soon.now(), 100 * soon.before()));
    }
    Optional.ofNullable(anomaly.series().place().dataset().map(snapshots::get).orElse(null))
        .ifPresent(count -> also.addAll(said(count)));
    return also;
  }

  private List<String> said(Snapshots count) {
    List<String> said = new ArrayList<>();
    if (count.taken() > 0) {
      said.add("%s of it first seen on %s".formatted(snapshots(count.taken()), night));
    }
    if (count.gone() > 0) {
      said.add("%s of it gone on %s".formatted(snapshots(count.gone()), night));
    }
    return said;
  }

  private static String snapshots(long count) {
    return count == 1 ? "1 snapshot" : count + " snapshots";
  }
}
