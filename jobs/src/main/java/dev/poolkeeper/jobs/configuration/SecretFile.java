package dev.poolkeeper.jobs.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * A file that a secret was read from.
 *
 * @param key the setting that names it, {@code nas[0].api-key-file}
 */
public record SecretFile(String key, Path path) {

  /** Whether every account of the machine may read it. No, where that cannot be told. */
  public boolean readableByAll() {
    try {
      return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
