package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import java.util.List;
import java.util.Map;

/**
 * What earlier nights know of one series.
 *
 * @param running episodes after the last night that judged
 * @param open what was told on that night
 * @param expected what persons called expected, of nights before this one and of itself
 */
public record SeriesMemory(
    Map<AnomalyKind, EpisodeDays> running, List<Anomaly> open, List<Expectation> expected) {

  /** Of a series that nothing is remembered of, which nearly all are. */
  public static final SeriesMemory NONE = new SeriesMemory(Map.of(), List.of(), List.of());

  public SeriesMemory {
    running = Map.copyOf(running);
    open = List.copyOf(open);
    expected = List.copyOf(expected);
  }
}
