/**
 * Which claims have a copy of their data that is young enough, of which kind, and who says so:
 * every claim against its recovery point objective (RPO).
 */
@NullMarked
package dev.poolkeeper.processors.protection;

import org.jspecify.annotations.NullMarked;
