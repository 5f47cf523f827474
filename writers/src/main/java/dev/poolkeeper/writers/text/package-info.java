/** How quantities, counts and foreign names are written for people. */
@NullMarked
package dev.poolkeeper.writers.text;

import org.jspecify.annotations.NullMarked;
