package dev.poolkeeper.processors.growth;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.history.SeriesPlace;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was forecast of one series on one night, as the ledger keeps it.
 *
 * @param night the night whose values it starts from
 * @param key subject and measure
 * @param kind what the series is of
 * @param place where it belongs
 * @param known what its past looks like
 * @param limit what it may fill; empty when nothing is known to limit it, as with zvols and counts
 * @param outcome whether there is a forecast
 * @param forecast empty when none could be made
 * @param reason in words: what the forecast rests on, or why there is none
 */
public record SeriesOutlook(
    LocalDate night,
    SeriesKey key,
    SeriesKind kind,
    SeriesPlace place,
    KnownPast known,
    Optional<SeriesLimit> limit,
    Outcome outcome,
    Optional<StoredForecast> forecast,
    String reason) {

  /** Whether there is a forecast, and if not, why. */
  public enum Outcome {
    FORECAST("forecast"),
    /** Fewer than 7 measured days. */
    NOT_ENOUGH_HISTORY("not-enough-history"),
    /** Not measured within the last 7 days, so that today is not known. */
    NOT_MEASURED("not-measured");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** As the ledger and lists write it. */
    public String word() {
      return word;
    }
  }

  public SeriesOutlook {
    requireNonNull(night, "night");
    requireNonNull(key, "key");
    requireNonNull(kind, "kind");
    requireNonNull(place, "place");
    requireNonNull(known, "known");
    requireNonNull(reason, "reason");
    if (forecast.isPresent() != (outcome == Outcome.FORECAST)) {
      throw new IllegalArgumentException(key + ": " + outcome + " does not fit its forecast");
    }
  }
}
