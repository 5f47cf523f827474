package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.kubernetes.live.PrometheusAccess;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads one entry of {@code poolkeeper.clusters}. */
final class ClusterSection {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
  private static final int DAYS = 90;
  private static final int MOST_DAYS = 3650;
  private static final String MATCHER = "\\s*[a-zA-Z_]\\w*\\s*(=|!=|=~|!~)\\s*\"[^\"\\n]*\"\\s*";

  private ClusterSection() {}

  static ClusterAccess read(Values section, String name, SecretFiles secrets) {
    Optional<Path> kubeconfig = section.path("kubeconfig");
    kubeconfig
        .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
        .ifPresent(
            file ->
                section.problem("kubeconfig", file.toString(), "a kubeconfig that can be read"));
    return new ClusterAccess(
        name,
        kubeconfig,
        section.text("context"),
        section.flag("volume-stats", true),
        section.wait("call-timeout", CALL_TIMEOUT),
        prometheus(section.below("prometheus"), secrets));
  }

  private static Optional<PrometheusAccess> prometheus(Values section, SecretFiles secrets) {
    if (!section.written()) {
      return Optional.empty();
    }
    Optional<Secret> token = secrets.secret(section, "token-file");
    TlsTrust trust = TrustSection.read(section);
    String labels =
        section.parsed(
            "labels",
            "",
            "label matchers such as cluster=\"prod-a\"",
            text -> Optional.of(text).filter(all -> all.matches(MATCHER + "(," + MATCHER + ")*")));
    int days = section.count("days", DAYS, 1, MOST_DAYS);
    Optional<URI> url = UrlSetting.any(section, "url", "https://prometheus.example.com");
    url.filter(known -> known.getScheme().equals("http") && token.isPresent())
        .ifPresent(
            known ->
                section.problem(
                    "url", known.toString(), "https://…: a token is never sent over plain HTTP"));
    return url.map(known -> new PrometheusAccess(known, token, trust, labels, days));
  }
}
