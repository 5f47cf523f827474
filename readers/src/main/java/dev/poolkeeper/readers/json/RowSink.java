package dev.poolkeeper.readers.json;

import tools.jackson.databind.JsonNode;

/** Takes what a stream of rows holds, in its order. */
public interface RowSink {

  /**
   * One row.
   *
   * @param place where it stands in the text, {@code items[3]}
   * @param row its tree, which nobody else keeps
   */
  void row(String place, JsonNode row);

  /**
   * Something that cannot be read.
   *
   * @param place where it stands, or empty for the text as a whole
   * @param seen what was seen, without content that may be a secret
   * @param next what to do about it, or empty for "export it again"
   */
  void unreadable(String place, String seen, String next);
}
