package dev.poolkeeper.processors.attribution;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * A pool as one night saw it, completely.
 *
 * @param usedBytes {@code used} of its root dataset; empty when it was not told
 * @param datasets all of them, the root dataset too, in any order
 */
public record PoolNight(LocalDate night, OptionalLong usedBytes, List<OwnSpace> datasets) {

  public PoolNight {
    requireNonNull(night, "night");
    requireNonNull(usedBytes, "usedBytes");
    datasets = List.copyOf(datasets);
  }
}
