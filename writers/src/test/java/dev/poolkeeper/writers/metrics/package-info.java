/** Tests of what others are told. */
@NullMarked
package dev.poolkeeper.writers.metrics;

import org.jspecify.annotations.NullMarked;
