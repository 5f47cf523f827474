package dev.poolkeeper.processors.retention.check;

import java.util.List;

/**
 * What a night found of retention.
 *
 * @param datasets those that have something to say
 * @param tasks every one
 */
public record NightRetention(List<DatasetRetention> datasets, List<TaskRetention> tasks) {

  /** Nobody looked. */
  public static final NightRetention NONE = new NightRetention(List.of(), List.of());

  public NightRetention {
    datasets = List.copyOf(datasets);
    tasks = List.copyOf(tasks);
  }
}
