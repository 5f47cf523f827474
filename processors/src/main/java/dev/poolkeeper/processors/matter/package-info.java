/**
 * Which matters a night has for a channel, and what of them is to be told: each once, again when
 * something material changes, and at its end.
 */
@NullMarked
package dev.poolkeeper.processors.matter;

import org.jspecify.annotations.NullMarked;
