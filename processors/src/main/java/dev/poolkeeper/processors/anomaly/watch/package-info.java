/**
 * The series of a site, watched night after night: what alarms, for how long it is told, what many
 * volumes do alike, and the findings 5xx that come of it. Pure; the ledger remembers between
 * nights.
 */
@NullMarked
package dev.poolkeeper.processors.anomaly.watch;

import org.jspecify.annotations.NullMarked;
