/** One run at a time. */
@NullMarked
package dev.poolkeeper.tests.turn;

import org.jspecify.annotations.NullMarked;
