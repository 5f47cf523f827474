package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.candidate.Candidate;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.List;

/**
 * What a forecast rests on.
 *
 * @param lastDay the day it starts from
 * @param lastValue the value of that day, or carried to it
 * @param days days of history, missing ones included
 * @param missingDays how many of them carry the value before
 * @param repairedDays days taken for glitches of the collector and replaced by the day before
 * @param origins past days that the candidates were tried on
 * @param shares of the candidates in the blend, largest first
 * @param growthPerDay of the path over the coming 30 days, in the unit of the series
 * @param expectedError of the path over the coming 30 days, in the unit of the series
 * @param since first day of the present stretch of even growth
 * @param cycleDays period of release, 0 for none
 * @param exponent the series is held divided by two to this power
 * @param floor what the quantity cannot fall below, minus infinity for nothing
 */
public record Basis(
    String id,
    DayAxis axis,
    long lastDay,
    double lastValue,
    int days,
    int missingDays,
    List<Long> repairedDays,
    int origins,
    List<Share> shares,
    double growthPerDay,
    double expectedError,
    long since,
    int cycleDays,
    int exponent,
    double floor) {

  /**
   * The say of one candidate.
   *
   * @param share over 0, all of them sum to 1
   */
  public record Share(Candidate candidate, double share) {}

  public Basis {
    repairedDays = List.copyOf(repairedDays);
    shares = List.copyOf(shares);
  }
}
