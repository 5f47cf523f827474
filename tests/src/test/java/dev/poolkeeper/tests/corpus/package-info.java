/**
 * The scenario corpus: what upstream issues and the traps of the field look like on recordings, and
 * what must be said of each, with nothing beside it. The scenarios are in {@code
 * src/test/resources/corpus}, explained in its README.
 */
@NullMarked
package dev.poolkeeper.tests.corpus;

import org.jspecify.annotations.NullMarked;
