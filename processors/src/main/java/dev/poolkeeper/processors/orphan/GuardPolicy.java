package dev.poolkeeper.processors.orphan;

/**
 * How much of a list may vanish in a night.
 *
 * @param maxDropRatio share of rows, 0..1, above which the list is not believed
 */
public record GuardPolicy(double maxDropRatio) {

  public static final GuardPolicy DEFAULT = new GuardPolicy(0.3);

  public GuardPolicy {
    if (!(maxDropRatio > 0 && maxDropRatio <= 1)) {
      throw new IllegalArgumentException("max-drop-ratio must be in (0, 1]");
    }
  }
}
