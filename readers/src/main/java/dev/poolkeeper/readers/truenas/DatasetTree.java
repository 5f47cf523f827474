package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowSink;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks nested datasets token by token. A root's row carries every dataset below it, so a row's
 * tree is built without its children: they are handed out as rows of their own, where they stand.
 */
final class DatasetTree {

  private final RowSink sink;

  DatasetTree(RowSink sink) {
    this.sink = sink;
  }

  /** Hands out a list's rows; the parser stands on its start and ends on its end. */
  void rows(String place, JsonParser parser) {
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      String where = place + "[" + index + "]";
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        row(where, parser);
      } else {
        sink.unreadable(where, Json.kindOf(parser) + " where a dataset is expected", "");
        parser.skipChildren();
      }
    }
  }

  private void row(String place, JsonParser parser) {
    ObjectNode row = Json.object();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("children")) {
        rows(place + ".children", parser);
      } else {
        row.set(name, Json.value(parser));
      }
    }
    sink.row(place, row);
  }
}
