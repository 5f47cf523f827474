package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.NetworkCheck;
import dev.poolkeeper.readers.source.SourceRefused;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;

/** The way to an API server, as its kubeconfig has it: with a proxy, or without TLS. */
final class ClusterNetwork {

  private final String cluster;
  private final ClusterConfig settings;
  private final NetworkCheck network;

  ClusterNetwork(String cluster, ClusterConfig settings, Clock clock) {
    this.cluster = cluster;
    this.settings = settings;
    this.network = new NetworkCheck(cluster, settings.peer(), clock);
  }

  CheckLine connect() {
    return proxied()
        ? CheckLine.skipped(cluster, "network", "it is called through a proxy")
        : network.connect();
  }

  CheckLine certificate() {
    if (plain()) {
      return CheckLine.warning(
          cluster,
          "TLS",
          "plain HTTP: nothing is encrypted",
          "use https in " + settings.described());
    }
    return proxied()
        ? CheckLine.skipped(cluster, "TLS", "it is called through a proxy")
        : network.certificate(trust());
  }

  private NetworkCheck.Trust trust() {
    try {
      return new NetworkCheck.Trust(
          SSLUtils.sslContext(config()),
          config().isTrustCerts() ? Optional.of("insecure-skip-tls-verify") : Optional.empty());
    } catch (IOException | GeneralSecurityException unusable) {
      throw new SourceRefused(
          "TLS of " + cluster,
          "its certificates and keys cannot be used (%s)"
              .formatted(unusable.getClass().getSimpleName()),
          "check " + settings.peer().trustSetting(),
          unusable);
    }
  }

  private boolean plain() {
    return settings.peer().url().getScheme().equals("http");
  }

  private boolean proxied() {
    String proxy = plain() ? config().getHttpProxy() : config().getHttpsProxy();
    return proxy != null;
  }

  private Config config() {
    return settings.config();
  }
}
