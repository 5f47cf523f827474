/** Forecasts of files of series: the command, and whether the bands hold. */
@NullMarked
package dev.poolkeeper.tests.forecast;

import org.jspecify.annotations.NullMarked;
