/** The one way in which channels speak HTTP: trust, proxy, timeouts, and what answers mean. */
@NullMarked
package dev.poolkeeper.writers.http;

import org.jspecify.annotations.NullMarked;
