/** Habits and changes of a series, with date, size and evidence: what a person would point at. */
@NullMarked
package dev.poolkeeper.processors.anomaly.pattern;

import org.jspecify.annotations.NullMarked;
