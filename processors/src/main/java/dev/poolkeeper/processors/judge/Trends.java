package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import java.util.List;

/**
 * What the course of the nights says that one night cannot show: what tonight's growth and anomaly
 * steps found. Made with {@link #none()} and the {@code with} methods, so that a source of
 * knowledge more breaks no caller.
 *
 * @param anomalies what is told of series on this night
 */
public record Trends(List<Anomaly> anomalies) {

  private static final Trends NONE = new Trends(List.of());

  public Trends {
    anomalies = List.copyOf(anomalies);
  }

  /** Nothing is forecast and nothing is unusual, because nobody looked. */
  public static Trends none() {
    return NONE;
  }

  /** The same with what behaves oddly. */
  public Trends withAnomalies(List<Anomaly> told) {
    return new Trends(told);
  }
}
