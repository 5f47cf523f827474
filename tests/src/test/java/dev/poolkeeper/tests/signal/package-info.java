/** What others are told of runs, whether they end well or not. */
@NullMarked
package dev.poolkeeper.tests.signal;

import org.jspecify.annotations.NullMarked;
