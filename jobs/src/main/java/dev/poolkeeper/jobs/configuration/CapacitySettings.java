package dev.poolkeeper.jobs.configuration;

/**
 * {@code poolkeeper.capacity}.
 *
 * @param horizonDays how far ahead is forecast (180)
 * @param leadDays from ordering new capacity until it is there (45)
 * @param warnAt share of a pool that is worth a warning when it is used (0.8)
 * @param criticalAt share that is critical, not under {@code warnAt} (0.9)
 */
public record CapacitySettings(int horizonDays, int leadDays, double warnAt, double criticalAt) {

  public static final CapacitySettings DEFAULT = new CapacitySettings(180, 45, 0.8, 0.9);
}
