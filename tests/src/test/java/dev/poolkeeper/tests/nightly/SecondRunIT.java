package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a run holds the embedded ledger, a second one does nothing and says so. */
class SecondRunIT {

  @TempDir private Path folder;

  @Test
  void isRefusedAndChangesNothing() {
    Poolkeeper poolkeeper = new Poolkeeper(folder);
    Path estate = SmallEstate.ofHealthyVolumes(3).write(folder.resolve("estate"), "2026-02-11");
    try (Ledger first = Ledger.of(poolkeeper)) {
      Poolkeeper.Said said = poolkeeper.night(estate);

      assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(said.errors())
          .contains("is in use by process " + ProcessHandle.current().pid(), "Next: wait")
          .doesNotContain("\tat ");
      assertThat(said.output()).isEmpty();
      assertThat(first.count("select count(*) from pg_namespace where nspname = 'ledger'"))
          .isZero();
    }
    assertThat(Files.exists(poolkeeper.out())).isFalse();
  }
}
