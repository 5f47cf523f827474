package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is there of one dataset's snapshots against what was promised.
 *
 * @param promisedSince the first night on which just that policy was seen to be about it; empty
 *     when no policy is
 * @param promises who promises it: the policy, or the tasks, as they are; none when nobody does
 * @param counts how many snapshots are in each state; together all of them
 * @param samples the oldest few of each state but kept ones, with their first reason
 * @param overdueBytes what removing the overdue ones frees
 * @param unownedBytes what removing the unowned ones frees
 * @param mostCount how many there may be
 */
public record DatasetRetention(
    Subject dataset,
    List<String> promises,
    Optional<Instant> promisedSince,
    Map<SnapshotState, Integer> counts,
    Map<SnapshotState, List<String>> samples,
    MissingRuns missing,
    FreedBytes overdueBytes,
    FreedBytes unownedBytes,
    Optional<Instant> oldest,
    Optional<Instant> newest,
    OptionalInt mostCount) {

  public DatasetRetention {
    promises = List.copyOf(promises);
    Map<SnapshotState, Integer> allCounts = new EnumMap<>(SnapshotState.class);
    allCounts.putAll(counts);
    counts = Map.copyOf(allCounts);
    samples = Map.copyOf(samples);
  }

  public int count(SnapshotState state) {
    return counts.getOrDefault(state, 0);
  }

  /** All snapshots of the dataset. */
  public int snapshots() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public List<String> samples(SnapshotState state) {
    return samples.getOrDefault(state, List.of());
  }

  /** Whether there are more than there may be; what Kubernetes keeps does not count. */
  public boolean tooMany() {
    return mostCount.isPresent()
        && snapshots() - count(SnapshotState.KUBERNETES) > mostCount.getAsInt();
  }
}
