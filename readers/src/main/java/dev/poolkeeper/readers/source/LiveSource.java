package dev.poolkeeper.readers.source;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SourceContact;
import java.util.function.Consumer;

/** A live cluster or NAS, asked kind by kind. Connects on the first question. Not thread-safe. */
public interface LiveSource extends AutoCloseable {

  /** Whether the source is asked for this kind at all; what is not asked for is not read. */
  default boolean asks(ObjectKind kind) {
    return true;
  }

  /**
   * Streams the rows of one kind, as the source answers them.
   *
   * @throws SourceFailure when the kind could not be read whole, after the retries that help
   */
  void stream(ObjectKind kind, AnswerSink sink);

  /** Tries everything a run will need and says line by line how it went. Never throws. */
  void check(Consumer<CheckLine> lines);

  SourceContact contact();

  @Override
  void close();
}
