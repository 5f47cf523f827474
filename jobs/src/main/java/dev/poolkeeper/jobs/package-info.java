/** The table of contents: one {@code *Job} per job, and the entry point. */
@NullMarked
package dev.poolkeeper.jobs;

import org.jspecify.annotations.NullMarked;
