package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.RowSink;
import tools.jackson.databind.JsonNode;

/** Hands rows to two sinks; what cannot be read is told to the second only. */
record BothSinks(RowSink first, RowSink second) implements RowSink {

  @Override
  public void row(String place, JsonNode row) {
    first.row(place, row);
    second.row(place, row);
  }

  @Override
  public void unreadable(String place, String seen, String next) {
    second.unreadable(place, seen, next);
  }
}
