/** A recorded estate: what {@code kubectl} and {@code midclt} printed, as files in one folder. */
@NullMarked
package dev.poolkeeper.readers.recorded;

import org.jspecify.annotations.NullMarked;
