package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What will be there of one dataset's snapshots after some days, and what will have gone.
 *
 * @param now how many there are
 * @param made how many will be made until then
 * @param removed names of those of now that will have gone, sorted
 * @param left names of all that will be there, sorted
 * @param until the moment this is about
 * @param freed what is freed by those that go; what new ones take is not known
 * @param remarks why something stays, or is not made
 */
public record Simulation(
    Subject dataset,
    int now,
    int made,
    Set<String> removed,
    Set<String> left,
    Instant until,
    FreedBytes freed,
    List<String> remarks) {

  public Simulation {
    removed = new TreeSet<>(removed);
    left = new TreeSet<>(left);
    remarks = List.copyOf(remarks);
  }
}
