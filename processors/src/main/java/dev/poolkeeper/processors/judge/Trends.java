package dev.poolkeeper.processors.judge;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.capacity.CapacityTrends;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import dev.poolkeeper.processors.retention.check.NightRetention;
import java.util.List;
import java.util.Optional;

/**
 * What the course of the nights says that one night cannot show: what tonight's growth and anomaly
 * steps found. Made with {@link #none()} and the {@code with} methods, so that a source of
 * knowledge more breaks no caller.
 *
 * @param capacity thresholds, forecasts, and what snapshots held before
 * @param anomalies what is told of series on this night
 * @param retention what was found of snapshots against what was promised
 * @param protection what is asked of claims; empty: nobody asks whether they are protected
 * @param undelivered the newest entry of every recipient that earlier runs did not reach
 */
public record Trends(
    CapacityTrends capacity,
    List<Anomaly> anomalies,
    NightRetention retention,
    Optional<ProtectionPolicy> protection,
    List<OutboxItem> undelivered) {

  private static final Trends NONE =
      new Trends(CapacityTrends.NONE, List.of(), NightRetention.NONE, Optional.empty(), List.of());

  public Trends {
    requireNonNull(capacity, "capacity");
    requireNonNull(retention, "retention");
    anomalies = List.copyOf(anomalies);
    undelivered = List.copyOf(undelivered);
  }

  /** Nothing is forecast and nothing is unusual, because nobody looked. */
  public static Trends none() {
    return NONE;
  }

  /** The same with what is known of room. */
  public Trends withCapacity(CapacityTrends known) {
    return new Trends(known, anomalies, retention, protection, undelivered);
  }

  /** The same with what behaves oddly. */
  public Trends withAnomalies(List<Anomaly> told) {
    return new Trends(capacity, told, retention, protection, undelivered);
  }

  /** The same with what is known of retention. */
  public Trends withRetention(NightRetention found) {
    return new Trends(capacity, anomalies, found, protection, undelivered);
  }

  /** The same with what is asked of claims. */
  public Trends withProtection(ProtectionPolicy asked) {
    return new Trends(capacity, anomalies, retention, Optional.of(asked), undelivered);
  }

  /** The same with whom earlier runs did not reach. */
  public Trends withUndelivered(List<OutboxItem> newest) {
    return new Trends(capacity, anomalies, retention, protection, newest);
  }
}
