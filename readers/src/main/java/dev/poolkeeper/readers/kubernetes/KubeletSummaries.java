package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowFormat;
import dev.poolkeeper.readers.json.RowSink;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Answers of kubelets' {@code /stats/summary}, one per node: in a list, or one after the other as a
 * loop over the nodes prints them.
 */
public final class KubeletSummaries implements RowFormat {

  @Override
  public void stream(JsonParser parser, RowSink sink) {
    boolean list = parser.currentToken() == JsonToken.START_ARRAY;
    JsonToken token = list ? parser.nextToken() : parser.currentToken();
    for (int index = 0; token != null && token != JsonToken.END_ARRAY; index++) {
      summary("[" + index + "]", parser, sink);
      token = parser.nextToken();
    }
  }

  private static void summary(String place, JsonParser parser, RowSink sink) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      sink.row(place, Json.value(parser));
    } else {
      sink.unreadable(place, Json.kindOf(parser) + " where a summary is expected", "");
      parser.skipChildren();
    }
  }
}
