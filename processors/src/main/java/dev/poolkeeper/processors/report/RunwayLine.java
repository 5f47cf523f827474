package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.runway.Crossing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How long there is room, as a report shows it.
 *
 * @param kind of what, as the ledger writes it
 * @param capacityBytes empty when not known, and for what has no limit of its own
 * @param growthBytesPerDay of the expected path over 30 days
 * @param outlook {@code full}, {@code fills}, {@code never} or {@code unknown}
 * @param within7 probability, 0 to 1, of being full within 7 days
 * @param orderBy the day to order new capacity on at the latest; may be past
 * @param severity {@code critical}, {@code warning}, {@code info}; empty when nothing is to be said
 * @param pools what it rests on, sorted
 * @param soonest the pool whose dates these are
 * @param reason what the forecast rests on, or why something is not known
 */
public record RunwayLine(
    String kind,
    String subject,
    OptionalLong usedBytes,
    OptionalLong capacityBytes,
    OptionalDouble growthBytesPerDay,
    String outlook,
    OptionalDouble within7,
    OptionalDouble within30,
    OptionalDouble within90,
    Crossing warn,
    Crossing critical,
    Crossing full,
    Optional<LocalDate> orderBy,
    Optional<String> severity,
    List<String> pools,
    Optional<String> soonest,
    String reason) {

  public static final String POOL = "pool";
  public static final String UNKNOWN = "unknown";

  public RunwayLine {
    pools = List.copyOf(pools);
  }
}
