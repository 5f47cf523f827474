package dev.poolkeeper.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "initdb: could not look up effective user ID 12345: user does not exist,NO_ACCOUNT_NAME",
    "FATAL:  could not write lock file: No space left on device,NO_SPACE",
    "setpriv: failed to execute initdb: Permission denied,NOT_ALLOWED",
    "postgres: /lib/libc.so.6: version `GLIBC_2.27' not found,OLD_GLIBC",
    "initdb: error while loading shared libraries: libz.so.1,LIBRARY_MISSING",
    "FATAL:  something new,UNKNOWN"
  })
  void causeIsRecognisedFromTheLog(String line, StartFailure expected) {
    assertThat(StartFailure.recognise(line)).isEqualTo(expected);
  }

  @Test
  void messageQuotesThisStartsLastLinesAndNoEarlierOnes() throws IOException {
    LedgerFiles files = new LedgerFiles(home);
    Files.writeString(files.log(), "yesterday: No space left on device\n");
    ServerLog log = ServerLog.open(files.log());
    Files.writeString(files.log(), "one\ntwo\n\nFATAL:  broken\n", StandardOpenOption.APPEND);

    assertThat(StartFailure.of("starting the ledger's database", files, log))
        .hasMessage(
            """
            Starting the ledger's database in %1$s failed. Nothing was read or stored in this run. The end of %1$s/postgres.log:
                one
                two
                FATAL:  broken
            Next: remove the cause named above, set POOLKEEPER_HOME to another directory, or point POOLKEEPER_DB_URL at a PostgreSQL server of version 15 or newer."""
                .formatted(home));
  }

  @Test
  void largeLogStartsAfresh() throws IOException {
    Path file = home.resolve("postgres.log");
    Files.write(file, new byte[(1 << 20) + 1]);

    ServerLog.open(file);

    assertThat(file).isEmptyFile();
  }
}
