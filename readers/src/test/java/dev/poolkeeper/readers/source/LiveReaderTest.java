package dev.poolkeeper.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a live source fails at is a problem, and whose fault it is is told. */
class LiveReaderTest {

  private record Failing(SourceFailure failure) implements LiveSource {

    @Override
    public void stream(ObjectKind kind, AnswerSink sink) {
      throw failure;
    }

    @Override
    public void check(Consumer<CheckLine> lines) {}

    @Override
    public SourceContact contact() {
      return new SourceContact("nas1", "", 0, List.of());
    }

    @Override
    public void close() {}
  }

  private static CaptureProblem problem(SourceFailure failure) {
    Capture capture =
        new LiveReader("nas1", new Failing(failure), Instant.EPOCH)
            .read(ObjectKind.POOL, InventorySink.of(object -> {}));
    assertThat(capture.status()).isEqualTo(CaptureStatus.FAILED);
    return capture.problems().get(0);
  }

  @Test
  void sourceThatRefusesUsIsTold() {
    assertThat(problem(SourceRefused.bySource("pool.query", "403", "grant it", null)))
        .isEqualTo(new CaptureProblem("pool.query", "403", "grant it", true));
  }

  @Test
  void ourOwnCautionAndOutagesAreNoRefusal() {
    assertThat(problem(new SourceRefused("pool.query", "TLS", "trust it", null)).refused())
        .isFalse();
    assertThat(problem(new SourceUnavailable("pool.query", "503", "wait", null)).refused())
        .isFalse();
  }
}
