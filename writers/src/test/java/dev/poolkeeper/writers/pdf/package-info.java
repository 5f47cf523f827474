/** Tests of pages on paper. */
@NullMarked
package dev.poolkeeper.writers.pdf;

import org.jspecify.annotations.NullMarked;
