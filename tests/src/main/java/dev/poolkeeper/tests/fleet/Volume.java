package dev.poolkeeper.tests.fleet;

import dev.poolkeeper.processors.history.DailySeries;

/**
 * A made-up volume.
 *
 * @param history used bytes per day, as a collector saw them
 * @param future used bytes of the 90 days after, as they would be without a limit
 */
public record Volume(Regime regime, DailySeries history, DailySeries future, double capacity) {}
