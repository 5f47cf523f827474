/** Where the space of a pool goes, and how much of it Kubernetes does not see. */
@NullMarked
package dev.poolkeeper.processors.space;

import org.jspecify.annotations.NullMarked;
