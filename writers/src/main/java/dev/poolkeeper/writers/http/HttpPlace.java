package dev.poolkeeper.writers.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a channel's requests go, and how.
 *
 * @param url of the service; requests name what lies below it
 * @param secretUrl whether the URL itself is a secret, as of most incoming webhooks: then no
 *     message shows more of it than its host
 * @param authorities file of PEM certificates to believe instead of the public ones
 * @param proxy host and port to go through; empty: straight there
 * @param timeout longest wait for a connection, and for an answer
 */
public record HttpPlace(
    URI url, boolean secretUrl, Optional<Path> authorities, Optional<URI> proxy, Duration timeout) {

  public HttpPlace {
    requireNonNull(url, "url");
    requireNonNull(authorities, "authorities");
    requireNonNull(proxy, "proxy");
    requireNonNull(timeout, "timeout");
  }

  /** As messages may show it. */
  public String shown() {
    return secretUrl ? host() : url.toString();
  }

  String host() {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  /** A path below it, with its query; a slash between is not doubled. */
  public URI below(String path) {
    String base = url.toString();
    String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(start + (path.startsWith("/") ? path : "/" + path));
  }

  @Override
  public String toString() {
    return shown();
  }
}
