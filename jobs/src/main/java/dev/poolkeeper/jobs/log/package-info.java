/** How lines of the log look: for people on a terminal, for machines elsewhere. */
@NullMarked
package dev.poolkeeper.jobs.log;

import org.jspecify.annotations.NullMarked;
