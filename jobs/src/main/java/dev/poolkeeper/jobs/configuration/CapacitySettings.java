package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.runway.PlannedChange;
import dev.poolkeeper.processors.runway.RunwayPolicy;
import java.util.List;

/**
 * {@code poolkeeper.capacity}.
 *
 * @param horizonDays how far ahead is forecast (180)
 * @param leadDays from ordering new capacity until it is there (45)
 * @param warnAt share of a pool that is worth a warning when it is used (0.8)
 * @param criticalAt share that is critical, not under {@code warnAt} (0.9)
 * @param planned what is known to come, for scenarios (nothing)
 * @param growthFactors how many times as fast pools grow in scenarios (1.5 and 2)
 */
public record CapacitySettings(
    int horizonDays,
    int leadDays,
    double warnAt,
    double criticalAt,
    List<PlannedChange> planned,
    List<Double> growthFactors) {

  public static final CapacitySettings DEFAULT =
      new CapacitySettings(180, 45, 0.8, 0.9, List.of(), List.of(1.5, 2.0));

  public CapacitySettings {
    planned = List.copyOf(planned);
    growthFactors = List.copyOf(growthFactors);
  }

  /** What counts as too full, and how soon to act. */
  public RunwayPolicy runwayPolicy() {
    return new RunwayPolicy(warnAt, criticalAt, leadDays);
  }
}
