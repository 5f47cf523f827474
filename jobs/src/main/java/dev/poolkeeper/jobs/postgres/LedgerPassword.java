package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Keeps the database password: random, made once, in a file only its owner may read. */
final class LedgerPassword {

  private static final int RANDOM_BYTES = 24;

  private LedgerPassword() {}

  static String read(LedgerFiles files) throws IOException {
    if (!Files.exists(files.password())) {
      throw LedgerUnavailable.configuration(
          """
          The ledger in %s cannot be opened: its password file %s is gone.
          Next: put that file back from a backup of the directory, move the directory "ledger" away to begin with an empty ledger, %s"""
              .formatted(files.home(), files.password(), LedgerUnavailable.OTHER_SERVER));
    }
    return Files.readString(files.password()).strip();
  }

  /** The password there is, else a new one. Only for a ledger that does not exist yet. */
  static String readOrCreate(LedgerFiles files) throws IOException {
    if (!Files.exists(files.password())) {
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      writePrivately(
          files.password(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return read(files);
  }

  static void writePrivately(Path file, String password) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
  }
}
