/** Who will remove a snapshot, and when. */
@NullMarked
package dev.poolkeeper.processors.retention.owner;

import org.jspecify.annotations.NullMarked;
