/** Snapshot retention that is checked and not believed. */
@NullMarked
package dev.poolkeeper.processors.retention;

import org.jspecify.annotations.NullMarked;
