package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.KnownAttributes;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.truenas.UserProperties;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a field's value may be recorded. */
enum Field {
  /** A text, number, yes or no, time, or a list of these. */
  VALUE {
    @Override
    Optional<JsonNode> harmless(JsonNode value) {
      return value.isArray() ? Optional.of(plainElements(value)) : plain(value);
    }
  },
  /** That there is an object, without its content. */
  OBJECT {
    @Override
    Optional<JsonNode> harmless(JsonNode value) {
      return value.isObject() ? Optional.of(Json.object()) : Optional.empty();
    }
  },
  /** Of volume attributes, those that are known to be harmless. */
  ATTRIBUTES {
    @Override
    Optional<JsonNode> harmless(JsonNode value) {
      return value.isObject() ? Optional.of(KnownAttributes.only(value)) : Optional.empty();
    }
  },
  /** Of ZFS user properties, those of CSI drivers and our own. */
  PROPERTIES {
    @Override
    Optional<JsonNode> harmless(JsonNode value) {
      return value.isObject() ? Optional.of(UserProperties.kept(value)) : Optional.empty();
    }
  },
  /** A ZFS property: its values and where it comes from. */
  ZFS {
    @Override
    Optional<JsonNode> harmless(JsonNode value) {
      if (!value.isObject()) {
        return plain(value);
      }
      ObjectNode kept = Json.object();
      FORMS.forEach(form -> plain(value.path(form)).ifPresent(plain -> kept.set(form, plain)));
      return Optional.of(kept);
    }
  },
  /** The start of an error's text, unless it names a secret: drivers put requests into errors. */
  ERROR {
    @Override
    Optional<JsonNode> harmless(JsonNode value) {
      return Values.text(value)
          .map(text -> KnownAttributes.secret(text) ? "not shown: it may hold a secret" : text)
          .map(text -> Json.text(Visible.text(text)));
    }
  },
  /** Whether there are holds, without their names. */
  HOLDS {
    @Override
    Optional<JsonNode> harmless(JsonNode value) {
      if (!value.isContainer()) {
        return Optional.empty();
      }
      ObjectNode kept = Json.object();
      return Optional.of(value.isEmpty() ? kept : kept.put("holds", value.size()));
    }
  };

  private static final List<String> FORMS = List.of("value", "rawvalue", "raw", "parsed", "source");

  /** The part of a value that may be recorded; empty when nothing of it may. */
  abstract Optional<JsonNode> harmless(JsonNode value);

  private static Optional<JsonNode> plain(JsonNode value) {
    boolean time = value.isObject() && value.size() == 1 && value.path("$date").isValueNode();
    return time || value.isValueNode() ? Optional.of(value) : Optional.empty();
  }

  private static JsonNode plainElements(JsonNode list) {
    ArrayNode kept = Json.array();
    list.values().forEach(element -> plain(element).ifPresent(kept::add));
    return kept;
  }
}
