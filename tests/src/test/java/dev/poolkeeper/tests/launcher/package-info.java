/** The launcher of a source checkout, as a user starts it. */
@NullMarked
package dev.poolkeeper.tests.launcher;

import org.jspecify.annotations.NullMarked;
