package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Creates the ledger's data directory, whole or not at all: in a folder beside it, then renamed.
 *
 * <p>Text sorts by code point and letters are those of Unicode (Postgres' own C.UTF-8), the same on
 * every machine, so an index never depends on the operating system's locales. Data checksums are
 * on.
 */
record LedgerCluster(LedgerFiles files, ServerPrograms programs) {

  private static final String UNFINISHED = ".ledger.creating-";
  private static final Duration CREATION = Duration.ofMinutes(3);

  void create(String password) throws IOException, InterruptedException {
    removeUnfinished();
    Path creating = Files.createTempDirectory(files.home(), UNFINISHED);
    LedgerPassword.writePrivately(files.passwordForInitdb(), password);
    try {
      giveToServer(creating);
      giveToServer(files.passwordForInitdb());
      if (!programs.run(CREATION, "initdb", arguments(creating))) {
        throw StartFailure.of("creating the ledger's database", files, programs.log());
      }
    } finally {
      Files.deleteIfExists(files.passwordForInitdb());
    }
    Files.move(creating, files.ledger());
  }

  /**
   * Removes what killed runs left. Each creation has a name of its own, because the initdb of a
   * killed run may still be writing; what cannot be removed for that reason goes next time.
   */
  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> unfinished =
        Files.newDirectoryStream(files.home(), UNFINISHED + "*")) {
      for (Path folder : unfinished) {
        Trees.delete(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // still being written
    }
  }

  /** Makes the server's account the owner, for instance when an earlier run used another one. */
  void giveToServer(Path path) throws IOException {
    if (Trees.owner(path) != programs.account().uid()) {
      Trees.give(path, programs.account());
    }
  }

  void requireSameMajorVersion() throws IOException {
    String version = Files.readString(files.ledger().resolve("PG_VERSION")).strip();
    if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw LedgerUnavailable.configuration(
          """
          The ledger in %s was written by PostgreSQL %s, and this poolkeeper carries PostgreSQL %s, which cannot open it. Nothing was changed.
          Next: run the poolkeeper version that wrote it, move the directory "ledger" away to begin with an empty one, %s"""
              .formatted(
                  files.ledger(),
                  version,
                  PostgresBinaries.MAJOR_VERSION,
                  LedgerUnavailable.OTHER_SERVER));
    }
  }

  private List<String> arguments(Path creating) {
    return List.of(
        "--pgdata=" + creating,
        "--username=" + EmbeddedPostgres.USER,
        "--pwfile=" + files.passwordForInitdb(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
  }
}
