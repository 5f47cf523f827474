/** Forecasts of all series of a night, piece by piece, so that memory does not grow with them. */
@NullMarked
package dev.poolkeeper.jobs.growth;

import org.jspecify.annotations.NullMarked;
