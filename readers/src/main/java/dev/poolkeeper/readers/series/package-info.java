/** Series as plain text files, for people who have no cluster at hand. */
@NullMarked
package dev.poolkeeper.readers.series;

import org.jspecify.annotations.NullMarked;
