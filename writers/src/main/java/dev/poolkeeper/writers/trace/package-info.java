/** What a run did when, told to an OpenTelemetry collector. */
@NullMarked
package dev.poolkeeper.writers.trace;

import org.jspecify.annotations.NullMarked;
