package dev.poolkeeper.jobs.signal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Identities of traces and spans: so many bytes by chance. Source: W3C Trace Context. */
final class Identity {

  static final int TRACE = 16;
  static final int SPAN = 8;

  private Identity() {}

  static String hex(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
