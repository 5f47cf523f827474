/** What was computed from series in plain text files, as plain text files. */
@NullMarked
package dev.poolkeeper.writers.series;

import org.jspecify.annotations.NullMarked;
