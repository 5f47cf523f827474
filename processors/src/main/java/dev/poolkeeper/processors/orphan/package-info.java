/** Verdicts about objects that one side has and the other has not. */
@NullMarked
package dev.poolkeeper.processors.orphan;

import org.jspecify.annotations.NullMarked;
