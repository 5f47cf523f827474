/** Tests of what others are told. */
@NullMarked
package dev.poolkeeper.writers.chat;

import org.jspecify.annotations.NullMarked;
