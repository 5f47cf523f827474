package dev.poolkeeper.readers.source;

import java.nio.file.Path;

/** Whom a TLS connection believes. */
public sealed interface TlsTrust {

  /** The authorities of the Java runtime. */
  record PublicAuthorities() implements TlsTrust {}

  /** The certificates of a PEM file, and no others. */
  record Authorities(Path file) implements TlsTrust {}

  /**
   * One certificate, known by its fingerprint, whatever name and dates it bears.
   *
   * @param sha256 64 lower-case hexadecimal digits
   */
  record Pinned(String sha256) implements TlsTrust {}

  /** Anybody. For self-signed lab boxes; every report names it. */
  record Insecure() implements TlsTrust {}
}
