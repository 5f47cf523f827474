/**
 * What behaves oddly: a series against its own past, in five classes, and a whole fleet in one
 * night. Pure arithmetic over values; what was called expected, and what size matters, is given.
 */
@NullMarked
package dev.poolkeeper.processors.anomaly;

import org.jspecify.annotations.NullMarked;
