package dev.poolkeeper.jobs.configuration;

import java.time.Duration;
import java.util.Set;

/**
 * {@code poolkeeper.orphans}.
 *
 * @param grace least age since first seen missing before a finding is believed (24h)
 * @param confirmRuns complete nights on which it must be seen (3)
 * @param goneClusters clusters that were registered once and do not exist any more (none)
 */
public record OrphanSettings(Duration grace, int confirmRuns, Set<String> goneClusters) {

  public static final OrphanSettings DEFAULT =
      new OrphanSettings(Duration.ofHours(24), 3, Set.of());

  public OrphanSettings {
    goneClusters = Set.copyOf(goneClusters);
  }
}
