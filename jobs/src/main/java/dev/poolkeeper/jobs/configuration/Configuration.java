package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.finding.FindingPolicy;
import dev.poolkeeper.processors.orphan.GuardPolicy;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All settings of a run, checked.
 *
 * @param origin the file they were read from, empty when all are defaults or from the environment
 */
public record Configuration(
    Optional<String> origin,
    DatabaseSettings database,
    OrphanSettings orphans,
    GuardSettings guards) {

  public FindingPolicy findingPolicy() {
    return new FindingPolicy(orphans.grace(), orphans.confirmRuns());
  }

  public OrphanPolicy orphanPolicy() {
    return new OrphanPolicy(orphans.grace());
  }

  public GuardPolicy guardPolicy() {
    return new GuardPolicy(guards.maxDropRatio());
  }

  /** The values that verdicts depend on, by key, as the report prints them. */
  public Map<String, String> policy() {
    Map<String, String> policy = new TreeMap<>();
    policy.put("orphans.grace", text(orphans.grace()));
    policy.put("orphans.confirm-runs", Integer.toString(orphans.confirmRuns()));
    policy.put("guards.max-drop-ratio", Double.toString(guards.maxDropRatio()));
    if (!guards.acceptDrop().isEmpty()) {
      policy.put("guards.accept-drop", String.join(", ", new TreeSet<>(guards.acceptDrop())));
    }
    return policy;
  }

  private static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3600 == 0 ? duration.toHours() + "h" : duration.toMinutes() + "m";
  }
}
