/** The command line: one class per command. */
@NullMarked
package dev.poolkeeper.jobs.command;

import org.jspecify.annotations.NullMarked;
