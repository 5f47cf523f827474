package dev.poolkeeper.tests.demo;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON object whose entries stay in the order they were put. */
final class JsonObject extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1L;

  JsonObject with(String key, @Nullable Object value) {
    put(key, value);
    return this;
  }
}
