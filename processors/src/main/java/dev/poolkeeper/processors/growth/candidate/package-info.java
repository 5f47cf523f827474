/**
 * The candidate forecasts: each a plain method that continues a series from a past day.
 *
 * <p>All of them work on a complete grid of days, in any unit; slopes are in that unit per day. A
 * method that has too little to go on continues the last value.
 */
@NullMarked
package dev.poolkeeper.processors.growth.candidate;

import org.jspecify.annotations.NullMarked;
