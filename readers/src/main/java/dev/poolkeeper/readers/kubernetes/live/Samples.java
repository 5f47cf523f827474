package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Finds the series in an answer of Prometheus, one at a time. */
final class Samples {

  private static final double BEYOND_LONG = 0x1p63;

  private final String where;
  private boolean found;

  Samples(String where) {
    this.where = where;
  }

  /** Streams {@code data.result}; answers what is wrong when there is none. */
  Optional<SourceFailure> stream(JsonParser parser, Consumer<JsonNode> series) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean data = parser.currentName().equals("data");
      if (parser.nextToken() == JsonToken.START_OBJECT && data) {
        data(parser, series);
      } else {
        parser.skipChildren();
      }
    }
    return found
        ? Optional.empty()
        : Optional.of(
            new SourceContract(
                where,
                "JSON without data.result, so no answer of Prometheus",
                "check its url: PROMETHEUS/api/v1/query must answer",
                null));
  }

  private void data(JsonParser parser, Consumer<JsonNode> series) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean result = parser.currentName().equals("result");
      if (parser.nextToken() == JsonToken.START_ARRAY && result) {
        found = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          series.accept(Json.value(parser));
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Whole bytes of a sample; empty for NaN, infinities and what is no number. */
  static OptionalLong bytes(String text) {
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value < BEYOND_LONG
          ? OptionalLong.of(Math.round(value))
          : OptionalLong.empty();
    } catch (NumberFormatException noNumber) {
      return OptionalLong.empty();
    }
  }

  /** The second of a sample; Prometheus writes it with a fraction or without. */
  static Optional<Long> time(JsonNode value) {
    return value.isNumber() ? Optional.of(Math.round(value.doubleValue())) : Optional.empty();
  }
}
