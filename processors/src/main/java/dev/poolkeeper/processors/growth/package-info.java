/**
 * How a quantity grows and when it reaches its capacity.
 *
 * <p>{@link dev.poolkeeper.processors.growth.Backtest} tries every candidate on the series' own
 * past, {@link dev.poolkeeper.processors.growth.GrowthForecaster} blends the best of them and puts
 * bands around the blend that are as wide as blends of the whole fleet have been wrong before.
 */
@NullMarked
package dev.poolkeeper.processors.growth;

import org.jspecify.annotations.NullMarked;
