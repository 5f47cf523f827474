/** The simulators themselves: one test for each trap. */
@NullMarked
package dev.poolkeeper.tests.simulator;

import org.jspecify.annotations.NullMarked;
