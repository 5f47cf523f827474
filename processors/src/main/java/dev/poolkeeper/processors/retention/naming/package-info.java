/** Snapshot names and the times they tell. */
@NullMarked
package dev.poolkeeper.processors.retention.naming;

import org.jspecify.annotations.NullMarked;
