/** Live sources: the readers against simulated appliances and clusters, over TLS. */
@NullMarked
package dev.poolkeeper.tests.live;

import org.jspecify.annotations.NullMarked;
