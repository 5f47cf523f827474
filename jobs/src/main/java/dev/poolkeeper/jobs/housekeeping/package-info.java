/** The job that forgets what is too old, and its parts. */
@NullMarked
package dev.poolkeeper.jobs.housekeeping;

import org.jspecify.annotations.NullMarked;
