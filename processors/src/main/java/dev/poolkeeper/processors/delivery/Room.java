package dev.poolkeeper.processors.delivery;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the room in pools.
 *
 * @param full those that may fill within the horizon, soonest first
 * @param forecast subjects of all pools that were forecast
 */
public record Room(List<FullDates> full, Set<String> forecast) {

  public Room {
    full = List.copyOf(full);
    forecast = Set.copyOf(forecast);
  }

  /** Of the forecasts of all pools. */
  public static Room of(List<SeriesOutlook> pools) {
    return new Room(
        FullDates.of(pools),
        pools.stream()
            .filter(outlook -> outlook.forecast().isPresent())
            .map(outlook -> outlook.key().subject().toString())
            .collect(Collectors.toSet()));
  }

  /** Of these pools only. */
  public Room of(Set<String> subjects) {
    return new Room(
        full.stream().filter(dates -> subjects.contains(dates.subject())).toList(), forecast);
  }

  /** When a pool may be full; empty when not within the horizon, or not known. */
  public Optional<FullDates> full(String subject) {
    return full.stream().filter(dates -> dates.subject().equals(subject)).findFirst();
  }
}
