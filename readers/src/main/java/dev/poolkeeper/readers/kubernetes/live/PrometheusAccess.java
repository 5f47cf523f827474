package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import java.net.URI;
import java.util.Optional;

/**
 * How a cluster's Prometheus is reached.
 *
 * @param token bearer token; empty: none is asked for
 * @param labels label matchers that pick this cluster out of several, {@code cluster="prod-a"}; may
 *     be empty
 * @param days how many days back it is asked
 */
public record PrometheusAccess(
    URI url, Optional<Secret> token, TlsTrust trust, String labels, int days) {}
