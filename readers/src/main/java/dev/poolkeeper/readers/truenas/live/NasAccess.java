package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a TrueNAS is reached.
 *
 * @param name what the NAS is called in every subject
 * @param url {@code https://host[:port]}
 * @param username the key's user; without it the older login is used, which TrueNAS 27 has no more
 * @param callTimeout longest wait for one answer; lists of ZFS objects take minutes
 * @param deadline longest time for all of them together
 */
public record NasAccess(
    String name,
    URI url,
    Optional<String> username,
    Secret apiKey,
    Api api,
    TlsTrust trust,
    Duration callTimeout,
    Duration deadline) {

  /** Which API is spoken. */
  public enum Api {
    /** Whichever the system offers, JSON-RPC first. */
    AUTO,
    JSONRPC,
    REST
  }
}
