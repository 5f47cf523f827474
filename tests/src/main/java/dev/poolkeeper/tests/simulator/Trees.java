package dev.poolkeeper.tests.simulator;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees. */
final class Trees {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Trees() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  static JsonNode number(long number) {
    return JsonNodeFactory.instance.numberNode(number);
  }

  static ArrayNode texts(Iterable<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  static JsonNode parse(String json) throws JacksonException {
    return MAPPER.readTree(json);
  }

  /** One value and nothing behind it. */
  static JsonNode strict(String json) throws JacksonException {
    return MAPPER
        .readerFor(JsonNode.class)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readValue(json);
  }

  static String write(Answer answer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = MAPPER.createGenerator(text)) {
      answer.write(generator);
    }
    return text.toString();
  }

  static JsonNode read(Path file) throws JacksonException {
    return MAPPER.readTree(file.toFile());
  }

  /** The text of a field, or empty where there is none. */
  static String text(JsonNode row, String field) {
    return row.path(field).asString("");
  }

  /** A date as the appliance writes it. */
  static ObjectNode date(long epochMilliseconds) {
    return object().put("$date", epochMilliseconds);
  }

  /** A stable number of up to 64 bits for a name, as large as GUIDs really are. */
  static BigInteger guid(String name) {
    return new BigInteger(1, sha256(name)).shiftRight(192);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
