package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;

/** Says a failure again for a question that was not even asked because of it. */
final class Elsewhere {

  private Elsewhere() {}

  static SourceFailure same(SourceFailure failure, String where) {
    if (failure instanceof SourceRefused refused) {
      return refused.bySource()
          ? SourceRefused.bySource(where, failure.seen(), failure.next(), failure)
          : new SourceRefused(where, failure.seen(), failure.next(), failure);
    }
    return failure instanceof SourceContract
        ? new SourceContract(where, failure.seen(), failure.next(), failure)
        : new SourceUnavailable(where, failure.seen(), failure.next(), failure);
  }
}
