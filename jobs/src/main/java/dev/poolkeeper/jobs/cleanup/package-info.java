/** The cleanup: looks again, acts on what is approved and still as it was, and reads back. */
@NullMarked
package dev.poolkeeper.jobs.cleanup;

import org.jspecify.annotations.NullMarked;
