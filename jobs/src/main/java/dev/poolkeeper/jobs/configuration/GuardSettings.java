package dev.poolkeeper.jobs.configuration;

/**
 * {@code poolkeeper.guards}.
 *
 * @param maxDropRatio share of a list that may vanish between nights before it is distrusted (0.3)
 */
public record GuardSettings(double maxDropRatio) {

  public static final GuardSettings DEFAULT = new GuardSettings(0.3);
}
