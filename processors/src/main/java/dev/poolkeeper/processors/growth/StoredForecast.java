package dev.poolkeeper.processors.growth;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.growth.Basis.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The forecast of one series on one night. All amounts are in the unit of the series.
 *
 * @param fullness when it reaches its limit
 * @param trend where it is going over 30 days
 * @param growthPerDay of the expected path over 30 days; negative when it shrinks
 * @param expectedError by how much the path may be wrong after 30 days
 * @param evenSince first day of the present stretch of even growth
 * @param cycleDays period of release, 0 for none
 * @param origins on how many past weeks the candidates were tried
 * @param shares of the candidates in the path, largest first; they sum to 1
 * @param pastErrors median error of such forecasts on the past of this series, one per range of
 *     days ahead (1-3, 4-7, 8-14, 15-30, 31-60, 61-90); empty where none could be tried
 * @param band days ahead in ascending order: all up to the horizon for pools, else 3, 7, 14, 30,
 *     60, 90 and the horizon
 */
public record StoredForecast(
    Fullness fullness,
    Trend trend,
    double growthPerDay,
    double expectedError,
    LocalDate evenSince,
    int cycleDays,
    int origins,
    List<Share> shares,
    List<OptionalDouble> pastErrors,
    List<BandDay> band) {

  public StoredForecast {
    requireNonNull(fullness, "fullness");
    requireNonNull(trend, "trend");
    requireNonNull(evenSince, "evenSince");
    shares = List.copyOf(shares);
    pastErrors = List.copyOf(pastErrors);
    band = List.copyOf(band);
  }

  /**
   * What is expected some days ahead: the mean and two bands around it, {@code low95 <= low80 <=
   * mean <= high80 <= high95}.
   *
   * @param daysAhead 1 is the day after the night
   */
  public record BandDay(
      int daysAhead, double mean, double low80, double high80, double low95, double high95) {}
}
