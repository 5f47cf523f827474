/** Coded, evidenced statements and their life over the nights. */
@NullMarked
package dev.poolkeeper.processors.finding;

import org.jspecify.annotations.NullMarked;
