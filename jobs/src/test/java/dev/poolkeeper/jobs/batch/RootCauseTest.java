package dev.poolkeeper.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class RootCauseTest {

  @Test
  void innermostCauseIsToldInOneLine() {
    assertThat(
            RootCause.line(
                new IllegalStateException(
                    "outer", new IllegalArgumentException("value too long\n  Where: PL/pgSQL"))))
        .isEqualTo("value too long");
    assertThat(RootCause.line(new IllegalStateException(""))).contains("IllegalStateException");
  }

  @Test
  void pathAloneIsNotLeftToSpeakForItself() {
    assertThat(RootCause.line(new UncheckedIOException(new AccessDeniedException("/work/out"))))
        .isEqualTo("no right to read or write /work/out");
    assertThat(RootCause.line(new UncheckedIOException(new NoSuchFileException("/estate"))))
        .isEqualTo("there is no file or folder /estate");
  }
}
