package dev.poolkeeper.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

  @TempDir private Path home;

  @Test
  void unpacksProgramsOfTheVersionItNames() throws IOException {
    LedgerFiles files = new LedgerFiles(home);
    Files.createDirectories(
        files.unpacking(PostgresBinaries.VERSION).resolve("left/by/a/killed/run"));
    PostgresBinaries binaries = new PostgresBinaries(files);

    binaries.unpack(Platform.of(Machine.current()));

    assertThat(binaries.areUnpacked()).isTrue();
    assertThat(files.unpacking(PostgresBinaries.VERSION)).doesNotExist();
    assertThat(files.postgres(PostgresBinaries.VERSION).resolve("left")).doesNotExist();
    Process process =
        new ProcessBuilder(binaries.program("postgres").toString(), "--version").start();
    String version =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    // the archives are versioned 18.6.0 where Postgres calls itself 18.6
    assertThat(PostgresBinaries.VERSION).isEqualTo(version.replaceAll(".* ", "") + ".0");
  }
}
