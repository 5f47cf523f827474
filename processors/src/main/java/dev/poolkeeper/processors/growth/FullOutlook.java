package dev.poolkeeper.processors.growth;

import java.util.List;
import java.util.OptionalInt;

/** When a quantity reaches its capacity, as far as that can be said. */
public sealed interface FullOutlook {

  /** It has reached its capacity on its last day. */
  record AlreadyFull() implements FullOutlook {}

  /**
   * It may fill within the horizon. Days ahead count from 1 and are empty when not within it; show
   * the probability and the two ends, never the expected day alone.
   *
   * @param within the probability of being full within 7, 30 and 90 days, as far as the horizon
   *     reaches
   * @param earliest first day on which the upper end of the 80 % band is at the capacity
   * @param expected first day on which the mean is
   * @param latest first day on which the lower end of the 80 % band is
   */
  record Fills(List<Within> within, OptionalInt earliest, OptionalInt expected, OptionalInt latest)
      implements FullOutlook {

    public Fills {
      within = List.copyOf(within);
    }
  }

  /**
   * It does not fill within the horizon, with 95 % certainty.
   *
   * @param reason in words
   */
  record Never(String reason) implements FullOutlook {}

  /**
   * A probability of being full.
   *
   * @param probability 0 to 1
   */
  record Within(int days, double probability) {}
}
