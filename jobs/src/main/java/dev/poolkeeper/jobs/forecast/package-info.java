/** Forecasts of a whole fleet of series. */
@NullMarked
package dev.poolkeeper.jobs.forecast;

import org.jspecify.annotations.NullMarked;
