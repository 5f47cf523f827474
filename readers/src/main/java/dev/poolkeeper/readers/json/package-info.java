/**
 * What the readers share about JSON: one row at a time, forgiving values, and only attributes that
 * are known to hold no secret.
 */
@NullMarked
package dev.poolkeeper.readers.json;

import org.jspecify.annotations.NullMarked;
