/**
 * What ticket systems have in common: marks by which tickets are known again, and texts that fit.
 */
@NullMarked
package dev.poolkeeper.writers.ticket;

import org.jspecify.annotations.NullMarked;
