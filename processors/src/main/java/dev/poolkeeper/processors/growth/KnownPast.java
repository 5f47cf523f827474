package dev.poolkeeper.processors.growth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a series up to a night.
 *
 * @param lastDay the newest day with a value; empty when there is none
 * @param lastValue its value, in the unit of the series
 * @param days from the first known day to the night, missing ones included
 * @param missingDays how many of them are not known
 * @param repairedDays days taken for glitches of the collector, for which the day before stands
 * @param rebuiltDays how many were told by ZFS snapshots
 * @param prometheusDays how many were told by a Prometheus
 */
public record KnownPast(
    Optional<LocalDate> lastDay,
    OptionalDouble lastValue,
    int days,
    int missingDays,
    List<LocalDate> repairedDays,
    int rebuiltDays,
    int prometheusDays) {

  public KnownPast {
    repairedDays = List.copyOf(repairedDays);
  }
}
