/**
 * Estates of any size, to measure what a night costs (docs/performance.md says how), and series
 * with known truth, to measure how right the anomaly detector is (docs/anomalies.md).
 */
@NullMarked
package dev.poolkeeper.tests.benchmark;

import org.jspecify.annotations.NullMarked;
