package dev.poolkeeper.tests.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON documents, with one row of a list on each line. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static JsonObject object() {
    return new JsonObject();
  }

  static JsonObject object(String key, @Nullable Object value) {
    return object().with(key, value);
  }

  static String text(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static byte[] document(@Nullable Object value) {
    return bytes(text(value) + "\n");
  }

  static byte[] rows(List<?> rows) {
    return bytes(rowText(rows) + "\n");
  }

  /** A list as {@code kubectl get -o json} prints it. */
  static byte[] kubectlList(List<?> items) {
    return bytes(
        "{\"apiVersion\":\"v1\",\"items\":"
            + rowText(items)
            + ",\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}\n");
  }

  private static String rowText(List<?> rows) {
    return rows.isEmpty()
        ? "[]"
        : rows.stream().map(Json::text).collect(Collectors.joining(",\n", "[\n", "\n]"));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
