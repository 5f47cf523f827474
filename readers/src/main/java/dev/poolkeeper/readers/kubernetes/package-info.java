/**
 * Kubernetes objects, as an API server or {@code kubectl -o json} writes them, to domain records:
 * one mapper per kind.
 */
@NullMarked
package dev.poolkeeper.readers.kubernetes;

import org.jspecify.annotations.NullMarked;
