/** The steps of the nightly job, one class each, and what starts and resumes it. */
@NullMarked
package dev.poolkeeper.jobs.nightly;

import org.jspecify.annotations.NullMarked;
