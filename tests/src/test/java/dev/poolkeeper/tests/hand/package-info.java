/** What carries out the steps of a cleanup, against simulated systems that keep state. */
@NullMarked
package dev.poolkeeper.tests.hand;

import org.jspecify.annotations.NullMarked;
