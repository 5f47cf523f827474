package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import java.util.Set;

/**
 * Datasets that TrueNAS keeps for itself, right below a pool's root: its own system dataset, apps,
 * containers, jails. Nothing in them is anybody's volume, whatever it bears. A dataset of such a
 * name anywhere else is a person's.
 */
public final class SystemDatasets {

  private static final Set<String> NAMES =
      Set.of(".system", "ix-applications", "ix-apps", ".ix-virt", ".truenas_containers", "iocage");

  private SystemDatasets() {}

  static boolean holds(Dataset dataset) {
    return holds(dataset.id());
  }

  /** Whether the dataset of that path is one, or lies in one. */
  public static boolean holds(String dataset) {
    String[] parts = dataset.split("/", 3);
    return parts.length > 1 && NAMES.contains(parts[1]);
  }
}
