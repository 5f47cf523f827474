package dev.poolkeeper.jobs.configuration;

/**
 * {@code poolkeeper.anomalies}.
 *
 * @param falseAlarmsPerThousand false alarms accepted per 1,000 volume-nights, which a site's own
 *     thresholds are fitted to (1)
 * @param leastMoveBytes smaller moves do not count, however unusual (1 GiB)
 * @param leastMoveRatio moves below this share of the capacity do not count (0.01)
 */
public record AnomalySettings(
    double falseAlarmsPerThousand, long leastMoveBytes, double leastMoveRatio) {

  public static final AnomalySettings DEFAULT = new AnomalySettings(1, 1L << 30, 0.01);
}
