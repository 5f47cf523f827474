/** Proposals from the night that makes them to the cleanup that looks again. */
@NullMarked
package dev.poolkeeper.tests.proposal;

import org.jspecify.annotations.NullMarked;
