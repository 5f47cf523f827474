package dev.poolkeeper.readers.json;

import tools.jackson.core.JsonParser;

/** Finds the rows in an answer of one shape; the parser stands on the answer's first token. */
@FunctionalInterface
public interface RowFormat {

  void stream(JsonParser parser, RowSink sink);
}
