/** The weekly capacity job: its steps, and what starts and wires them. */
@NullMarked
package dev.poolkeeper.jobs.weekly;

import org.jspecify.annotations.NullMarked;
