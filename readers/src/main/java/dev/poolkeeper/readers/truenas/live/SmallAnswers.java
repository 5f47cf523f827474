package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.source.SourceContract;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Small answers that are looked at as a whole. */
final class SmallAnswers {

  private SmallAnswers() {}

  /** The answer; empty when the system has no such method. */
  static Optional<JsonNode> ask(NasSession session, NasCall call) {
    KeptAnswer kept = new KeptAnswer();
    boolean known = session.ask(call, KeptAnswer::stream, kept);
    return known ? Optional.of(kept.answer()) : Optional.empty();
  }

  /** The answer of a method that every release has. */
  static JsonNode require(NasSession session, NasCall call, Questions questions) {
    return ask(session, call)
        .orElseThrow(
            () ->
                new SourceContract(
                    questions.where(call.method()),
                    "it has no such method",
                    "see whether the URL leads to a TrueNAS",
                    null));
  }
}
