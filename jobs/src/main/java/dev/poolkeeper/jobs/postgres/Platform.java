package dev.poolkeeper.jobs.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Decides which of the bundled Postgres builds runs on a machine, if any does. They are made for
 * Linux with glibc, recognised by its loader (Alpine's musl has another one).
 */
enum Platform {
  AMD64("postgres-linux-x86_64.txz", "/lib64/ld-linux-x86-64.so.2"),
  ARM64("postgres-linux-arm_64.txz", "/lib/ld-linux-aarch64.so.1");

  private final String archive;
  private final Path loader;

  Platform(String archive, String loader) {
    this.archive = archive;
    this.loader = Path.of(loader);
  }

  /** The name of the bundled archive on the class path. */
  String archive() {
    return archive;
  }

  static Platform of(Machine machine) {
    return of(machine.os(), machine.architecture(), Files::exists);
  }

  static Platform of(String os, String architecture, Predicate<Path> exists) {
    if (!os.equals("Linux")) {
      throw unsupported("the operating system is %s".formatted(os));
    }
    Platform platform =
        switch (architecture) {
          case "amd64", "x86_64" -> AMD64;
          case "aarch64", "arm64" -> ARM64;
          default -> throw unsupported("the processor is %s".formatted(architecture));
        };
    if (!exists.test(platform.loader)) {
      throw unsupported("there is no glibc (%s is missing)".formatted(platform.loader));
    }
    return platform;
  }

  private static LedgerUnavailable unsupported(String seen) {
    return LedgerUnavailable.configuration(
        """
        The built-in Postgres does not run on this machine: %s, and it is made for Linux with glibc on amd64 or arm64.
        Next: run poolkeeper on such a machine or in its container image, %s"""
            .formatted(seen, LedgerUnavailable.OTHER_SERVER));
  }
}
