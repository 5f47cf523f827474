/** Tests of log lines. */
@NullMarked
package dev.poolkeeper.jobs.log;

import org.jspecify.annotations.NullMarked;
