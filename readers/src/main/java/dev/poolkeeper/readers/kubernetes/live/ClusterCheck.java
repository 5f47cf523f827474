package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.Retry;
import java.time.Clock;
import java.util.function.Consumer;

/** Tries step by step. */
final class ClusterCheck {
  ClusterCheck(ClusterAccess access, Retry retry, Clock clock) {}

  void run(Consumer<CheckLine> lines) {}
}
