package dev.poolkeeper.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A root's database server runs under another account, which must be able to pass. */
final class Folders {

  private Folders() {}

  /** Lets others pass through a folder and those above it, as far as they are closed. */
  static void letOthersPass(Path folder) {
    try {
      for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(at);
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
          Files.setPosixFilePermissions(at, permissions);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
