package dev.poolkeeper.processors.report;

import java.util.OptionalDouble;

/**
 * How right stored forecasts were against what came; the field names are a public contract.
 *
 * @param daysAhead 7, 30 or 90
 * @param kind of series; {@code all} for all of them
 * @param forecasts how many could be judged, one a week of each series
 * @param medianErrorPercent of the expected value, in percent of what came; empty when all that
 *     came was zero
 * @param within80 share, 0 to 1, that the 80 % band held
 * @param within95 share that the 95 % band held
 * @param withProbability how many said how likely it was full by then
 * @param filled how many of these were
 * @param brier mean square of probability less outcome, 0 is best; empty without any
 * @param brierOfShare the same of one who always says the share that filled
 */
public record BacktestLine(
    int daysAhead,
    String kind,
    long forecasts,
    OptionalDouble medianErrorPercent,
    double within80,
    double within95,
    long withProbability,
    long filled,
    OptionalDouble brier,
    OptionalDouble brierOfShare) {}
