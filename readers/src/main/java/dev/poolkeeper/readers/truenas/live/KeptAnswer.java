package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Keeps a small answer as a whole; an empty object until there is one. */
final class KeptAnswer implements RowSink {

  private @Nullable JsonNode kept;

  /** The format of an answer that is one value. */
  static void stream(JsonParser parser, RowSink sink) {
    sink.row("", Json.value(parser));
  }

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
