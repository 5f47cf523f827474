/**
 * Whether there is room, and for how long: pools, volumes and quotas that fill, promises beyond the
 * pool, counts that near a ceiling, snapshots that hold too much (4xx).
 */
@NullMarked
package dev.poolkeeper.processors.capacity;

import org.jspecify.annotations.NullMarked;
