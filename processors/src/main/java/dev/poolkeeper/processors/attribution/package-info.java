/**
 * Who made a pool grow: which datasets, and through them which namespaces, claims and snapshots.
 * Every byte counts once, and what is left over is shown.
 */
@NullMarked
package dev.poolkeeper.processors.attribution;

import org.jspecify.annotations.NullMarked;
