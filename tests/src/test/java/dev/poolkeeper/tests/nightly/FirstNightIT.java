package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first night with a list that is empty without an error, and a second one with all of it. */
class FirstNightIT {

  private static final String VOLUMES = "clusters/prod-a/persistentvolumes.json";

  @TempDir Path folder;

  @Test
  void emptyListIsHeldForWhatNamesItsRowsUntilItIsWhole() throws IOException {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate estate = SmallEstate.ofHealthyVolumes(3).leftover("stray");
    Path first = estate.write(folder.resolve("first"), "2026-02-09");
    Files.writeString(
        first.resolve(VOLUMES), "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}");

    Poolkeeper.Said said = poolkeeper.night(first);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(poolkeeper.findings("2026-02-09", f -> !f.path("code").asString().startsWith("PK6")))
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.path("code").asString()).isEqualTo("PK902");
              assertThat(held.path("evidence").toString())
                  .contains("prod-a/persistentvolumes is empty, but")
                  .contains("name what it must hold");
            });

    Poolkeeper.Said whole = poolkeeper.night(estate.write(folder.resolve("second"), "2026-02-10"));

    assertThat(whole.exitCode()).as(whole.errors()).isEqualTo(ExitCode.DONE);
    assertThat(poolkeeper.findings("2026-02-10", f -> f.path("code").asString().equals("PK902")))
        .allMatch(f -> f.path("status").asString().equals("resolved"));
    assertThat(poolkeeper.findings("2026-02-10", f -> f.path("code").asString().equals("PK102")))
        .extracting(f -> f.path("subject").asString())
        .containsExactly(SmallEstate.DATASETS + "stray");
  }
}
