/** What all batch jobs are wired with. */
@NullMarked
package dev.poolkeeper.jobs.batch;

import org.jspecify.annotations.NullMarked;
