package dev.poolkeeper.jobs.configuration;

import java.time.Duration;

/**
 * {@code poolkeeper.orphans}.
 *
 * @param grace least age since first seen missing before a finding is believed (24h)
 * @param confirmRuns complete nights on which it must be seen (3)
 */
public record OrphanSettings(Duration grace, int confirmRuns) {

  public static final OrphanSettings DEFAULT = new OrphanSettings(Duration.ofHours(24), 3);
}
