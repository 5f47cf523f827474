package dev.poolkeeper.processors.orphan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What is too young to judge.
 *
 * @param grace ZFS objects younger than this at capture time are left alone, because the cluster
 *     may just not have written down yet what it made
 */
public record OrphanPolicy(Duration grace) {

  public static final OrphanPolicy DEFAULT = new OrphanPolicy(Duration.ofHours(24));

  public OrphanPolicy {
    requireNonNull(grace, "grace");
  }
}
