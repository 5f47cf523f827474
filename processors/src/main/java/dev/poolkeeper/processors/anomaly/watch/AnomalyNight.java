package dev.poolkeeper.processors.anomaly.watch;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.history.SeriesKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a night that judged leaves in the ledger.
 *
 * @param judgedUpTo the last night before it that judged; empty: none had
 * @param fittedOn whose thresholds were used; empty: the shipped ones
 * @param series how many were looked at
 * @param judged of these, how many had a reading that night and enough of them before
 * @param volumes of these, how many are volumes and claims
 * @param anomalies what is told of the night
 * @param running by series, what the next night has to know
 * @param peaks noticeable scores of the days judged
 * @param judgedDays volumes and claims judged with two months behind them, by day
 * @param patterns of series that are told, and readings not believed
 */
public record AnomalyNight(
    LocalDate night,
    Optional<LocalDate> judgedUpTo,
    Optional<LocalDate> fittedOn,
    int series,
    int judged,
    int volumes,
    List<Anomaly> anomalies,
    Map<SeriesKey, Map<AnomalyKind, EpisodeDays>> running,
    List<Peak> peaks,
    Map<LocalDate, Integer> judgedDays,
    List<SeriesPattern> patterns) {

  public AnomalyNight {
    requireNonNull(night, "night");
    anomalies = List.copyOf(anomalies);
    running = Map.copyOf(running);
    peaks = List.copyOf(peaks);
    judgedDays = Map.copyOf(judgedDays);
    patterns = List.copyOf(patterns);
  }
}
