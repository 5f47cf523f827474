package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one periodic snapshot task does.
 *
 * @param text its dataset, schema, schedule and lifetime in words
 * @param datasets how many it covers, as far as it is enabled
 * @param owned how many snapshots it owns
 * @param orphaned how many bear its names and will never be removed, as it is disabled
 * @param problems why it makes or removes nothing; none when it works
 * @param remarks what may surprise, though it works
 */
public record TaskRetention(
    Subject task,
    String text,
    boolean enabled,
    int datasets,
    long owned,
    long orphaned,
    Optional<Instant> nextRun,
    List<String> problems,
    List<String> remarks) {

  public TaskRetention {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }
}
