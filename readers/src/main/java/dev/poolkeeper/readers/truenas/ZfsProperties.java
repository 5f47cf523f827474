package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.readers.json.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Decides what a ZFS property of a row is, in both dialects: {@code {rawvalue, parsed, value}} on
 * the row itself or below {@code properties}, and {@code {raw, value}} of {@code zfs.resource.*}.
 * Texts made for people ({@code value: "1.2 GiB"}) are never parsed.
 */
final class ZfsProperties {

  private static final List<String> MACHINE_READABLE = List.of("rawvalue", "raw", "parsed");

  private ZfsProperties() {}

  /** The machine-readable value; empty when absent, null, blank or {@code -} (ZFS for unset). */
  static Optional<String> text(JsonNode row, String name) {
    return Values.text(value(row, name)).filter(text -> !text.equals("-"));
  }

  static OptionalLong number(JsonNode row, String name) {
    return Values.number(value(row, name));
  }

  static Optional<Boolean> flag(JsonNode row, String name) {
    return Values.flag(value(row, name));
  }

  static Optional<Instant> instant(JsonNode row, String name) {
    return Values.instant(value(row, name));
  }

  static JsonNode value(JsonNode row, String name) {
    JsonNode property = row.hasNonNull(name) ? row.path(name) : row.path("properties").path(name);
    if (!property.isObject()) {
      return property;
    }
    return MACHINE_READABLE.stream()
        .filter(property::hasNonNull)
        .findFirst()
        .<JsonNode>map(property::path)
        .orElseGet(() -> unlessForPeople(property.path("value")));
  }

  private static JsonNode unlessForPeople(JsonNode value) {
    return value.isNumber() || value.isBoolean() ? value : value.path("");
  }
}
