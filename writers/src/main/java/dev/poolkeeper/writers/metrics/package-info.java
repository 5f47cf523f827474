/** Figures of runs, pushed to where Prometheus scrapes them. */
@NullMarked
package dev.poolkeeper.writers.metrics;

import org.jspecify.annotations.NullMarked;
