package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;

/** Prepares the home directory itself, and puts file system failures into words. */
final class LedgerHome {

  /** Programs, an empty ledger and its first write-ahead log, with room for some nights. */
  private static final long FIRST_START_BYTES = 300L << 20;

  /** One segment of the write-ahead log: with less than that the server cannot start. */
  private static final long FULL_BELOW_BYTES = 16L << 20;

  private static final long MEBIBYTE = 1L << 20;

  private LedgerHome() {}

  /** Creates what is missing of the path; its real path, without links. */
  static Path create(Path home, Machine machine) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path folder = home.toAbsolutePath();
        folder != null && !Files.exists(folder);
        folder = folder.getParent()) {
      missing.push(folder);
    }
    for (Path folder : missing) {
      Files.createDirectory(folder);
      // root's server runs under another account, which has to pass through but not to look around
      Files.setPosixFilePermissions(
          folder, PosixFilePermissions.fromString(machine.isRoot() ? "rwx--x--x" : "rwx------"));
    }
    return home.toRealPath();
  }

  static void requireSpaceForFirstStart(Path home) throws IOException {
    long usableBytes = Files.getFileStore(home).getUsableSpace();
    if (usableBytes < FIRST_START_BYTES) {
      throw LedgerUnavailable.configuration(
          """
          The ledger cannot be created in %s: %d MiB are free there and the first start needs %d MiB. Nothing was written.
          Next: free some space there, set POOLKEEPER_HOME to a directory on a roomier disk, %s"""
              .formatted(
                  home,
                  usableBytes / MEBIBYTE,
                  FIRST_START_BYTES / MEBIBYTE,
                  LedgerUnavailable.OTHER_SERVER));
    }
  }

  static boolean isFull(Path home) {
    try {
      return Files.getFileStore(home).getUsableSpace() < FULL_BELOW_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  static LedgerUnavailable unusable(Path home, Machine machine, IOException e) {
    return LedgerUnavailable.configuration(
        """
        The ledger's directory %s cannot be used by this account (uid %d): %s. Nothing was read or stored in this run.
        Next: %s, %s"""
            .formatted(
                home,
                machine.uid(),
                reason(e),
                StartFailure.recognise(reason(e)).nextStep(),
                LedgerUnavailable.OTHER_SERVER),
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failure) {
      return words(failure) + " (" + failure.getFile() + ")";
    }
    return String.valueOf(e.getMessage());
  }

  private static String words(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "Not a directory";
    }
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }
}
