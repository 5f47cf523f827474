package dev.poolkeeper.readers.kubernetes.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a cluster is reached.
 *
 * @param name what the cluster is called in every subject
 * @param kubeconfig empty: the pod's own service account, or what KUBECONFIG says outside a cluster
 * @param context context of the kubeconfig; empty: its current one
 * @param volumeStats whether kubelets are asked for the fill level of mounted claims
 * @param callTimeout longest wait for one answer
 * @param prometheus where past fill levels of claims are found; empty: nowhere
 */
public record ClusterAccess(
    String name,
    Optional<Path> kubeconfig,
    Optional<String> context,
    boolean volumeStats,
    Duration callTimeout,
    Optional<PrometheusAccess> prometheus) {}
