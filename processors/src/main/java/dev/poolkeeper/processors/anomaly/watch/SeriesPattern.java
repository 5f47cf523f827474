package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.history.SeriesKey;
import java.time.LocalDate;

/**
 * What a series does or did, as a label.
 *
 * @param label {@code weekly-cycle}, {@code release-period}, {@code rise-period}, {@code step},
 *     {@code slope-change}, {@code saturation}, or {@code glitch} for a reading not believed
 * @param day it is about
 * @param size with its sign, in the unit of the series or that per day
 * @param evidence in words
 */
public record SeriesPattern(
    SeriesKey key, String label, LocalDate day, double size, String evidence) {

  /** A reading that was the collector's fault, and was repaired. */
  public static final String GLITCH = "glitch";
}
