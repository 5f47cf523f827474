package dev.poolkeeper.readers.source;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import java.time.Instant;
import java.util.List;

/** Reads a live source into objects. What the source fails at is written down, never thrown. */
public final class LiveReader implements SourceReader {

  private final String name;
  private final LiveSource source;
  private final Instant seenAt;

  public LiveReader(String name, LiveSource source, Instant seenAt) {
    this.name = name;
    this.source = source;
    this.seenAt = seenAt;
  }

  @Override
  public Capture read(ObjectKind kind, InventorySink sink) {
    if (!source.asks(kind)) {
      return new Capture(name, kind, CaptureStatus.NOT_READ, 0, 0, List.of());
    }
    long start = System.nanoTime();
    Reading reading = new Reading(name, kind, seenAt, AnswerName.live(kind.plural()), sink);
    try {
      source.stream(kind, new LiveAnswers(reading));
    } catch (SourceFailure failure) {
      reading.problem(
          new CaptureProblem(
              failure.where(),
              failure.seen(),
              failure.next(),
              failure instanceof SourceRefused refused && refused.bySource()));
    }
    return reading.capture((System.nanoTime() - start) / 1_000_000);
  }

  @Override
  public SourceContact contact() {
    return source.contact();
  }

  @Override
  public void close() {
    source.close();
  }
}
