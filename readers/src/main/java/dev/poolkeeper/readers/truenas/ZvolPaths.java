package dev.poolkeeper.readers.truenas;

import java.util.Optional;

/**
 * Decides which dataset a device path means: {@code zvol/tank/a+b} is the zvol {@code tank/a b}.
 */
final class ZvolPaths {

  private ZvolPaths() {}

  /** The dataset's id; empty for files and raw devices. */
  static Optional<String> dataset(String devicePath) {
    String path = devicePath.startsWith("/dev/") ? devicePath.substring(5) : devicePath;
    return path.startsWith("zvol/") && path.length() > 5
        ? Optional.of(path.substring(5).replace('+', ' '))
        : Optional.empty();
  }
}
