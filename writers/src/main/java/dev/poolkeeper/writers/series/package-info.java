/** What was computed of series, as plain text files. */
@NullMarked
package dev.poolkeeper.writers.series;

import org.jspecify.annotations.NullMarked;
