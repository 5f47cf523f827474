package dev.poolkeeper.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({"amd64,AMD64", "x86_64,AMD64", "aarch64,ARM64"})
  void linuxWithGlibcRunsTheBundledServer(String architecture, Platform expected) {
    assertThat(Platform.of("Linux", architecture, path -> true)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"Mac OS X,aarch64,Mac OS X", "Windows 11,amd64,Windows 11", "Linux,riscv64,riscv64"})
  void otherSystemsAreToldWhatWasSeenAndTheWayOut(String os, String architecture, String seen) {
    assertThatThrownBy(() -> Platform.of(os, architecture, path -> true))
        .isInstanceOfSatisfying(LedgerUnavailable.class, e -> assertThat(e.exitCode()).isEqualTo(4))
        .hasMessageContaining(seen)
        .hasMessageContaining("POOLKEEPER_DB_URL");
  }

  @Test
  void muslIsRecognisedByItsMissingLoader() {
    assertThatThrownBy(() -> Platform.of("Linux", "amd64", path -> false))
        .hasMessageContaining("no glibc (/lib64/ld-linux-x86-64.so.2 is missing)");
  }

  @ParameterizedTest
  @EnumSource
  void everyPlatformIsBundled(Platform platform) {
    assertThat(Platform.class.getResource("/" + platform.archive())).isNotNull();
  }
}
