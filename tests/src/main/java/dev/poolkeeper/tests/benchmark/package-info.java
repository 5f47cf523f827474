/** Estates of any size, to measure what a night costs; docs/performance.md says how. */
@NullMarked
package dev.poolkeeper.tests.benchmark;

import org.jspecify.annotations.NullMarked;
