package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.source.SourceContract;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Small answers that are looked at as a whole. */
final class SmallAnswers {

  private SmallAnswers() {}

  /** The answer; empty when the system has no such method. */
  static Optional<JsonNode> ask(NasSession session, NasCall call) {
    Kept kept = new Kept();
    boolean known = session.ask(call, (parser, sink) -> sink.row("", Json.value(parser)), kept);
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

  private static final class Kept implements RowSink {

    private @Nullable JsonNode kept;

    JsonNode answer() {
      return kept == null ? Json.object() : kept;
    }

    @Override
    public void row(String place, JsonNode row) {
      kept = row;
    }

    @Override
    public void unreadable(String place, String seen, String next) {
      // what cannot be read is no answer
    }
  }
}
