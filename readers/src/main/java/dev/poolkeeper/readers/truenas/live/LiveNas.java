package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.Retry;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** A TrueNAS, read through its API. */
public final class LiveNas implements LiveSource {

  private final NasAccess access;

  public LiveNas(NasAccess access, KnownSnapshots known, Retry retry, Clock clock) {
    this.access = access;
  }

  @Override
  public void stream(ObjectKind kind, AnswerSink sink) {}

  @Override
  public void check(Consumer<CheckLine> lines) {}

  @Override
  public SourceContact contact() {
    return new SourceContact(access.name(), "", 0, List.of());
  }

  @Override
  public void close() {}
}
