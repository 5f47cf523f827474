package dev.poolkeeper.processors.orphan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;

/**
 * What is too young to judge, and whose leftovers may be judged though their cluster is not read.
 *
 * @param grace ZFS objects younger than this at capture time are left alone, because the cluster
 *     may just not have written down yet what it made
 * @param goneClusters names of clusters that are not registered any more because they do not exist
 */
public record OrphanPolicy(Duration grace, Set<String> goneClusters) {

  public static final OrphanPolicy DEFAULT = new OrphanPolicy(Duration.ofHours(24), Set.of());

  public OrphanPolicy {
    requireNonNull(grace, "grace");
    goneClusters = Set.copyOf(goneClusters);
  }
}
