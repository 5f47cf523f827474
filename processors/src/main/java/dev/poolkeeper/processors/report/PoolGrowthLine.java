package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.attribution.SpaceChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who made a pool change, as a report shows it. The bytes of {@code namespaces} and {@code
 * otherNamespaces}, those of {@code datasets} and {@code otherDatasets}, and either with {@code
 * remainderBytes} sum exactly to {@code deltaBytes}.
 *
 * @param days the length that was wanted
 * @param from the night it is counted from; empty when nothing can be said
 * @param to the night it is counted to
 * @param deltaBytes by how much {@code used} of the pool changed
 * @param unknown why nothing can be said
 * @param namespaces largest change first
 * @param snapshots what snapshots changed by, by the tasks that cover their datasets; a part of the
 *     above, not beside it
 * @param datasets largest change first
 * @param remainderBytes what no dataset accounts for
 */
public record PoolGrowthLine(
    String pool,
    int days,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    OptionalLong deltaBytes,
    Optional<String> unknown,
    List<NamespaceGrowth> namespaces,
    Others otherNamespaces,
    List<SnapshotGrowth> snapshots,
    Others otherSnapshots,
    List<DatasetGrowth> datasets,
    Others otherDatasets,
    OptionalLong remainderBytes,
    List<String> remainderReasons) {

  /**
   * What the datasets of a namespace changed by together.
   *
   * @param namespace {@code prod-a/namespaces/media}; empty: datasets that serve no claim
   * @param datasets how many of them changed
   */
  public record NamespaceGrowth(
      Optional<String> namespace, long datasets, SpaceChange change, long bytes) {}

  /**
   * What the snapshots of datasets changed by that the same periodic tasks cover.
   *
   * @param tasks {@code nas1/snapshot-tasks/3}; empty: no task covers them
   * @param datasets how many of them changed
   */
  public record SnapshotGrowth(List<String> tasks, long datasets, long bytes) {

    public SnapshotGrowth {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * What one dataset changed by.
   *
   * @param presence {@code there}, {@code new}, {@code deleted} or {@code renamed}
   * @param formerly its name at the start, when it was renamed
   * @param tasks periodic snapshot tasks that cover it
   */
  public record DatasetGrowth(
      String dataset,
      String presence,
      Optional<String> formerly,
      Optional<String> namespace,
      Optional<String> claim,
      List<String> tasks,
      SpaceChange change,
      long bytes) {

    public DatasetGrowth {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * Those that are not listed one by one.
   *
   * @param count how many there are
   */
  public record Others(long count, long bytes) {

    public static final Others NONE = new Others(0, 0);
  }

  public PoolGrowthLine {
    namespaces = List.copyOf(namespaces);
    snapshots = List.copyOf(snapshots);
    datasets = List.copyOf(datasets);
    remainderReasons = List.copyOf(remainderReasons);
  }
}
