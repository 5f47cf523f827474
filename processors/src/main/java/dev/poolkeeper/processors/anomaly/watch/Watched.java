package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One series after a night.
 *
 * @param running what the next night has to know
 * @param open what is told of it on this night
 * @param peaks noticeable scores of the days judged now; of volumes and claims only
 * @param patterns habits and changes, and readings not believed; empty when not looked for
 * @param judgedOn days judged now with two months behind them; of volumes and claims only
 * @param judgedTonight whether it had a reading on the night that could be judged
 */
public record Watched(
    WatchedSeries series,
    Map<AnomalyKind, EpisodeDays> running,
    List<Anomaly> open,
    List<Peak> peaks,
    List<SeriesPattern> patterns,
    List<LocalDate> judgedOn,
    boolean judgedTonight) {

  public Watched {
    running = Map.copyOf(running);
    open = List.copyOf(open);
    peaks = List.copyOf(peaks);
    patterns = List.copyOf(patterns);
    judgedOn = List.copyOf(judgedOn);
  }
}
