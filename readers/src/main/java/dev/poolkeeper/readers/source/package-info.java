/**
 * What every source has in common, recorded or live: how it is opened, read part by part, and how
 * its failures are put into words.
 */
@NullMarked
package dev.poolkeeper.readers.source;

import org.jspecify.annotations.NullMarked;
