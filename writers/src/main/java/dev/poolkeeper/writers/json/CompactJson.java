package dev.poolkeeper.writers.json;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON of others: written on one line in the order given, read as a tree. */
public final class CompactJson {

  private final JsonMapper json = JsonMapper.builder().build();

  /** A value made of maps, lists, texts, numbers and booleans. */
  public String text(Object value) {
    return json.writeValueAsString(value);
  }

  /** A tree; a missing node when it is no JSON. */
  public JsonNode tree(String text) {
    try {
      JsonNode read = json.readTree(text);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  /**
   * An object with its fields in order.
   *
   * @param fields names and values, in turns
   */
  public static Map<String, Object> object(Object... fields) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int at = 0; at < fields.length; at += 2) {
      object.put(fields[at].toString(), fields[at + 1]);
    }
    return object;
  }
}
