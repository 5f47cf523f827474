package dev.poolkeeper.jobs.configuration;

import java.util.Set;

/**
 * {@code poolkeeper.guards}.
 *
 * @param maxDropRatio share of a list that may vanish between nights before it is distrusted (0.3)
 * @param acceptDrop parts of the inventory, such as {@code prod-a/volumesnapshots}, whose drop a
 *     person has confirmed (none)
 */
public record GuardSettings(double maxDropRatio, Set<String> acceptDrop) {

  public static final GuardSettings DEFAULT = new GuardSettings(0.3, Set.of());

  public GuardSettings {
    acceptDrop = Set.copyOf(acceptDrop);
  }
}
