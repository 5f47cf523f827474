package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a pool may be full: both ends of the 80 % band, never one bare date.
 *
 * @param subject of the pool
 * @param night the night that forecast it
 * @param earliest first day on which it may be
 * @param likely first day on which it is expected to be; empty: not within the horizon
 * @param latest first day on which it surely is; empty: not within the horizon
 */
public record FullDates(
    String subject,
    LocalDate night,
    LocalDate earliest,
    Optional<LocalDate> likely,
    Optional<LocalDate> latest) {

  private static final Comparator<FullDates> SOONEST =
      Comparator.comparing(FullDates::earliest).thenComparing(FullDates::subject);

  public FullDates {
    requireNonNull(subject, "subject");
    requireNonNull(earliest, "earliest");
    requireNonNull(likely, "likely");
    requireNonNull(latest, "latest");
  }

  /** Those that may fill within the horizon, soonest first. */
  public static List<FullDates> of(List<SeriesOutlook> pools) {
    return pools.stream().flatMap(FullDates::of).sorted(SOONEST).toList();
  }

  private static Stream<FullDates> of(SeriesOutlook outlook) {
    return outlook
        .forecast()
        .map(StoredForecast::fullness)
        .flatMap(fullness -> dates(outlook, fullness))
        .stream();
  }

  private static Optional<FullDates> dates(SeriesOutlook outlook, Fullness fullness) {
    String subject = outlook.key().subject().toString();
    return fullness
        .earliest()
        .map(
            day ->
                new FullDates(subject, outlook.night(), day, fullness.likely(), fullness.latest()));
  }

  /** Days from the night to the earliest day. */
  public long leastDays() {
    return earliest.toEpochDay() - night.toEpochDay();
  }
}
