/**
 * How long there is room: the runway of pools and of what rests on them, and what would change it.
 * From stored forecasts; nothing is forecast here.
 */
@NullMarked
package dev.poolkeeper.processors.runway;

import org.jspecify.annotations.NullMarked;
