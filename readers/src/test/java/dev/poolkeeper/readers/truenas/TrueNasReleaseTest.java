package dev.poolkeeper.readers.truenas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.recorded.EstateFolder;
import dev.poolkeeper.readers.recorded.EstateFolder.Read;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrueNasReleaseTest {

  @TempDir Path directory;

  private Read system(String version) {
    return new EstateFolder(directory)
        .nas("system.info", "{\"version\": \"" + version + "\", \"hostname\": \"nas\"}")
        .read(ObjectKind.NAS_SYSTEM);
  }

  @ParameterizedTest
  @CsvSource({
    "TrueNAS-13.0-U6.1, 13, 0",
    "TrueNAS-13.3-U1.2, 13, 3",
    "TrueNAS-SCALE-22.02.4, 22, 2",
    "TrueNAS-SCALE-24.10.2.4, 24, 10",
    "TrueNAS-25.10.2.1, 25, 10",
    "25.04.2.6, 25, 4",
    "25.10.1, 25, 10",
    "TrueNAS-26.0.0-BETA.3, 26, 0",
    "27.0.0-MASTER-20260822-010203, 27, 0"
  })
  void versionTextsOfEveryRelease(String version, int major, int minor) {
    assertThat(TrueNasRelease.parse(version)).contains(new TrueNasRelease(major, minor));

    Read read = system(version);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.COMPLETE);
    assertThat(read.only(NasSystem.class).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"28.04.0", "TrueNAS-2028.1", "Angelfish", "25", "", "99999999999.1"})
  void aReleaseNobodyHasSeenIsPartialAndWithholdsVerdicts(String version) {
    Read read = system(version);

    assertThat(read.capture().status()).isEqualTo(CaptureStatus.PARTIAL);
    assertThat(read.only(NasSystem.class).version()).isEqualTo(version);
    assertThat(read.capture().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("nas/nas1/system.info.json");
              assertThat(problem.next()).contains("verdicts of this NAS are withheld");
            });
  }
}
