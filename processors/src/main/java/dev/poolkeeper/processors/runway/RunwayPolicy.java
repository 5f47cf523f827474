package dev.poolkeeper.processors.runway;

/**
 * What counts as too full, and how soon to act.
 *
 * @param warnAt share of a pool that is worth a warning when it is used, over 0
 * @param criticalAt share that is critical, from {@code warnAt} to 1
 * @param leadDays from ordering new capacity until it is there
 */
public record RunwayPolicy(double warnAt, double criticalAt, int leadDays) {

  public RunwayPolicy {
    if (!(warnAt > 0 && warnAt <= criticalAt && criticalAt <= 1) || leadDays < 0) {
      throw new IllegalArgumentException(
          "warn at %s, critical at %s, %d days".formatted(warnAt, criticalAt, leadDays));
    }
  }
}
