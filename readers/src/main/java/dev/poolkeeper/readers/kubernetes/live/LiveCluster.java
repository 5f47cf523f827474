package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.Retry;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** A cluster, read through its API server. */
public final class LiveCluster implements LiveSource {

  private final ClusterAccess access;

  public LiveCluster(ClusterAccess access, Retry retry, Clock clock) {
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
