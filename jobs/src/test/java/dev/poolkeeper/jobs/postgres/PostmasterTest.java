package dev.poolkeeper.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

  private static final long NO_PROCESS = 4_194_305;

  @TempDir private Path ledger;
  private Path pidFile;

  @BeforeEach
  void nameThePidFile() {
    pidFile = ledger.resolve("postmaster.pid");
  }

  @Test
  void ledgerWithoutPidFileHasNoServer() throws IOException {
    assertThat(Postmaster.runningOn(ledger)).isEmpty();
    Postmaster.forgetReusedPid(ledger);
  }

  @Test
  void pidOfAnotherProgramIsNoServerAndIsForgotten() throws IOException {
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + ledger + "\n");

    assertThat(Postmaster.runningOn(ledger)).isEmpty();
    Postmaster.forgetReusedPid(ledger);
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void pidOfADeadProcessIsLeftToPostgresToCheck() throws IOException {
    Files.writeString(pidFile, NO_PROCESS + "\n" + ledger + "\n");

    assertThat(Postmaster.runningOn(ledger)).isEmpty();
    Postmaster.forgetReusedPid(ledger);
    assertThat(pidFile).exists();
  }

  @Test
  void unreadableOrEmptyPidFileIsNoServer() throws IOException {
    Files.writeString(pidFile, "");
    assertThat(Postmaster.runningOn(ledger)).isEmpty();
    Files.writeString(pidFile, "not a number\n");
    assertThat(Postmaster.runningOn(ledger)).isEmpty();
  }
}
