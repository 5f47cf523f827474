package dev.poolkeeper.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

  @TempDir private Path home;

  @Test
  void lockNamesItsHolder() throws IOException {
    Path file = home.resolve("lock");

    try (HomeLock lock = HomeLock.take(file)) {
      assertThat(lock).isNotNull();
      assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void secondTakerInThisProcessIsRefusedAndTheFirstKeepsIt() throws IOException {
    Path file = home.resolve("lock");

    try (HomeLock lock = HomeLock.take(file)) {
      assertThat(lock).isNotNull();
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> HomeLock.take(file))
            .isInstanceOf(LedgerUnavailable.class)
            .hasMessageContaining("process " + ProcessHandle.current().pid());
      }
    }
  }

  @Test
  void closedLockCanBeTakenAgainAndClosedTwice() throws IOException {
    Path file = home.resolve("lock");
    HomeLock first = HomeLock.take(file);
    first.close();
    first.close();

    try (HomeLock second = HomeLock.take(file)) {
      assertThat(second).isNotNull();
    }
  }

  @Test
  void whatAnEarlierHolderWroteIsReplaced() throws IOException {
    Path file = home.resolve("lock");
    Files.writeString(file, "123456789012345\n");

    try (HomeLock lock = HomeLock.take(file)) {
      assertThat(lock).isNotNull();
      assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
    }
  }
}
