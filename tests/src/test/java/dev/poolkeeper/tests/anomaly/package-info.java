/** Nights on which something behaves oddly, end to end. */
@NullMarked
package dev.poolkeeper.tests.anomaly;

import org.jspecify.annotations.NullMarked;
