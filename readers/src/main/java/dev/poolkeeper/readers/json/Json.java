package dev.poolkeeper.readers.json;

import java.io.InputStream;
import java.io.Reader;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides how JSON text is parsed: as a stream of tokens, with a tree for one row at most. */
public final class Json {

  // Rows are taken out of the middle of a text, so what follows a row is not an error.
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** A parser of UTF-8, UTF-16 or UTF-32 text, with or without a byte order mark. */
  public static JsonParser parser(InputStream text) {
    return MAPPER.createParser(text);
  }

  /** A parser of decoded text. */
  public static JsonParser parser(Reader text) {
    return MAPPER.createParser(text);
  }

  /** Parses a small text as a whole. */
  public static JsonNode tree(String text) {
    return MAPPER.readTree(text);
  }

  /** The tree of the value the parser stands on. */
  public static JsonNode value(JsonParser parser) {
    return parser.readValueAsTree();
  }

  public static JsonNode text(String value) {
    return MAPPER.getNodeFactory().stringNode(value);
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** What a token is called in a sentence. */
  public static String kindOf(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "something else";
    };
  }
}
