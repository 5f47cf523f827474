/**
 * Carries out single steps of a cleanup in a Kubernetes cluster, through {@link
 * dev.poolkeeper.writers.kubernetes.ClusterPort}.
 */
@NullMarked
package dev.poolkeeper.writers.kubernetes;

import org.jspecify.annotations.NullMarked;
