/** What tests of channels have in common. */
@NullMarked
package dev.poolkeeper.writers.channel;

import org.jspecify.annotations.NullMarked;
