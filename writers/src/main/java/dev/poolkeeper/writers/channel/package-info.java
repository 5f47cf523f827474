/**
 * What every channel beside mail can do: make what it sends, try to send it, say whether it could.
 */
@NullMarked
package dev.poolkeeper.writers.channel;

import org.jspecify.annotations.NullMarked;
