/** Cleanup proposals for those who carry them out by their own means. */
@NullMarked
package dev.poolkeeper.writers.proposal;

import org.jspecify.annotations.NullMarked;
