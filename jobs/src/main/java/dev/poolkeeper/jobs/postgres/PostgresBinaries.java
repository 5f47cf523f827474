package dev.poolkeeper.jobs.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the bundled Postgres programs, once per version: into a folder beside the final one, then
 * renamed, so that the final folder is either whole or absent.
 */
final class PostgresBinaries {

  /** The version in the bundled archives; a test compares it with what the programs say. */
  static final String VERSION = "18.6.0";

  static final String MAJOR_VERSION = VERSION.substring(0, VERSION.indexOf('.'));

  private final Path unpacked;
  private final Path unpacking;

  PostgresBinaries(LedgerFiles files) {
    this.unpacked = files.postgres(VERSION);
    this.unpacking = files.unpacking(VERSION);
  }

  boolean areUnpacked() {
    return Files.isDirectory(unpacked);
  }

  Path program(String name) {
    return unpacked.resolve("bin").resolve(name);
  }

  void unpack(Platform platform) throws IOException {
    Trees.delete(unpacking);
    createFolder(unpacking);
    try (InputStream archive = open(platform);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry);
      }
    }
    try {
      Files.move(unpacking, unpacked, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unpacking, unpacked);
    }
  }

  private static InputStream open(Platform platform) {
    return Optional.ofNullable(PostgresBinaries.class.getResourceAsStream("/" + platform.archive()))
        .orElseThrow(
            () ->
                LedgerUnavailable.configuration(
                    """
                    This build of poolkeeper carries no Postgres for this machine (%s is not in it).
                    Next: use a build that does, %s"""
                        .formatted(platform.archive(), LedgerUnavailable.OTHER_SERVER)));
  }

  private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    Path target = unpacking.resolve(entry.getName()).normalize();
    if (!target.startsWith(unpacking)) {
      throw new IOException("archive entry leaves the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      createFolder(target);
      return;
    }
    if (isForDevelopers(target)) {
      return;
    }
    createFolder(target.resolve("..").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      boolean executable = (entry.getMode() & 0100) != 0;
      permit(target, executable ? "rwxr-xr-x" : "rw-r--r--");
    }
  }

  private static boolean isForDevelopers(Path file) {
    return file.toString().endsWith(".a") || file.toString().endsWith(".pc");
  }

  private static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      permit(folder, "rwxr-xr-x");
    }
  }

  /** Independent of the caller's umask: the server's account must be able to read all of it. */
  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
