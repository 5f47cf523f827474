/** The command line as a user or a script meets it. */
@NullMarked
package dev.poolkeeper.tests.command;

import org.jspecify.annotations.NullMarked;
