/** Live TrueNAS systems of every generation in use, over JSON-RPC or REST. */
@NullMarked
package dev.poolkeeper.readers.truenas.live;

import org.jspecify.annotations.NullMarked;
