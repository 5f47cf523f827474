package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.retention.check.Simulation;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What will be there of one dataset's snapshots. Nothing is deleted.
 *
 * @param now how many there are
 * @param until the moment this is about
 * @param made how many will be made until then
 * @param removed how many of those of now will have gone
 * @param left how many there will be
 * @param tomorrow names of those that go within a day
 * @param freedAtLeastBytes by those of now that go; what new ones take is not known
 * @param freedAtMostBytes empty when the dataset does not tell
 */
public record SimulationLine(
    String subject,
    long now,
    Instant until,
    long made,
    long removed,
    long left,
    List<String> tomorrow,
    long freedAtLeastBytes,
    OptionalLong freedAtMostBytes,
    List<String> remarks) {

  public SimulationLine {
    tomorrow = List.copyOf(tomorrow);
    remarks = List.copyOf(remarks);
  }

  /**
   * @param next the same after one day
   */
  public static SimulationLine of(Simulation then, Simulation next) {
    return new SimulationLine(
        then.dataset().toString(),
        then.now(),
        then.until(),
        then.made(),
        then.removed().size(),
        then.left().size(),
        List.copyOf(next.removed()),
        then.freed().atLeast(),
        then.freed().atMost(),
        then.remarks());
  }
}
