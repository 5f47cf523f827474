/** Live clusters: their API servers are asked for lists, page by page. */
@NullMarked
package dev.poolkeeper.readers.kubernetes.live;

import org.jspecify.annotations.NullMarked;
