package dev.poolkeeper.readers.source;

import java.net.URI;

/**
 * Who is called over HTTP, and where a person would correct it.
 *
 * @param addressSetting what to check when nobody answers there, {@code the server's address in
 *     ~/.kube/config}
 * @param trustSetting where the authorities to believe are named
 */
public record Peer(URI url, String addressSetting, String trustSetting) {

  /** Host and port as a message names them; never the user part, which may hold a password. */
  public String host() {
    String host = url.getHost() == null ? "an address without a host" : url.getHost();
    return url.getPort() < 0 ? host : host + ":" + url.getPort();
  }
}
