package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.ThresholdFit;
import dev.poolkeeper.processors.anomaly.watch.AnomalyNight;
import dev.poolkeeper.processors.anomaly.watch.NightCollector;
import dev.poolkeeper.processors.anomaly.watch.SeriesMemory;
import dev.poolkeeper.processors.anomaly.watch.SeriesWatch;
import dev.poolkeeper.processors.anomaly.watch.SiteFit;
import dev.poolkeeper.processors.anomaly.watch.SiteThresholds;
import dev.poolkeeper.processors.anomaly.watch.WatchPolicy;
import dev.poolkeeper.processors.anomaly.watch.WatchedSeries;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.readers.ledger.AnomalyReader;
import dev.poolkeeper.readers.ledger.LedgerCircumstances;
import dev.poolkeeper.readers.ledger.ThresholdReader;
import dev.poolkeeper.writers.ledger.AnomalyWriter;
import dev.poolkeeper.writers.text.AmountText;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Judges every watched series against its own past, stores what is told of it, and from time to
 * time fits the site's thresholds anew. Findings come of it in the step that judges everything.
 */
public final class NightlyAnomalies {

  /** What keeps what nights have told. */
  public record Ledger(
      AnomalyReader anomalies, ThresholdReader thresholds, AnomalyWriter writer, JdbcClient jdbc) {}

  private final SeriesPieces series;
  private final Ledger ledger;
  private final WatchPolicy policy;

  public NightlyAnomalies(SeriesPieces series, Ledger ledger, WatchPolicy policy) {
    this.series = series;
    this.ledger = ledger;
    this.policy = policy;
  }

  /**
   * Judges the series that the run has listed. Call inside a transaction.
   *
   * @param date the run's night
   * @return what is told of the night
   */
  public AnomalyNight judge(long run, LocalDate date) {
    Optional<LocalDate> judgedUpTo = ledger.anomalies().judgedBefore(date);
    Optional<SiteThresholds> own = ledger.thresholds().before(date);
    NightCollector collector = new NightCollector();
    SeriesWatch watch =
        new SeriesWatch(
            date,
            judgedUpTo,
            own.map(SiteThresholds::thresholds).orElse(AlarmThresholds.SHIPPED),
            policy,
            AmountText::of);
    Map<SeriesKey, SeriesMemory> memory = ledger.anomalies().memory(date, judgedUpTo);
    series.read(
        run,
        date,
        history -> {
          if (WatchedSeries.watches(history)) {
            collector.add(
                watch.watch(history, memory.getOrDefault(history.key(), SeriesMemory.NONE)));
          }
        });
    AnomalyNight night =
        collector.close(
            date,
            judgedUpTo,
            own.map(SiteThresholds::fittedOn),
            LedgerCircumstances.of(ledger.jdbc(), date, collector.freshSince(judgedUpTo)));
    ledger.writer().replace(night);
    if (own.filter(fitted -> !fitted.outdatedOn(date, policy.budget())).isEmpty()) {
      fit(night, policy.budget());
    }
    return night;
  }

  /** For the nights after this one. */
  private void fit(AnomalyNight night, double budget) {
    LocalDate first = night.night().minusDays(SiteThresholds.DEPTH - 1L);
    long nights = ledger.thresholds().nights(first, night.night());
    if (nights < ThresholdFit.LEAST_NIGHTS) {
      return;
    }
    SiteFit peaks = new SiteFit();
    ledger.thresholds().peaks(first, night.night(), peaks::add);
    ledger.writer().replace(peaks.fit(night.night(), night.volumes(), nights, budget));
  }
}
