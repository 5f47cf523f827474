package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The options of query calls: count, get, select, order_by, offset, limit. */
record QueryOptions(JsonNode options, Generation generation) {

  private static final int LARGEST_LIMIT = 10_000;

  QueryOptions {
    long limit = options.path("limit").asLong(0);
    if (generation.atLeast(Generation.GOLDEYE_25_10) && limit > LARGEST_LIMIT) {
      throw CallFailure.invalid(
          "options.limit", "Input should be less than or equal to 10000", Errno.EINVAL);
    }
  }

  JsonNode extra() {
    return options.path("extra");
  }

  boolean isCount() {
    return options.path("count").asBoolean(false);
  }

  boolean isLimited() {
    return options.path("limit").asLong(0) > 0;
  }

  /** Applies the options to rows that passed the filters. */
  Answer answer(Stream<? extends JsonNode> rows) {
    if (isCount()) {
      return Answer.of(Trees.parse(Long.toString(rows.count())));
    }
    Stream<? extends JsonNode> ordered = ordered(rows).skip(options.path("offset").asLong(0));
    if (isLimited()) {
      ordered = ordered.limit(options.path("limit").asLong());
    }
    Stream<JsonNode> selected = ordered.map(this::selected);
    if (options.path("get").asBoolean(false)) {
      return Answer.of(selected.findFirst().orElseThrow(CallFailure::matchNotFound));
    }
    return Answer.rows(once(selected));
  }

  private static Iterable<JsonNode> once(Stream<JsonNode> stream) {
    Iterator<JsonNode> iterator = stream.iterator();
    return () -> iterator;
  }

  private Stream<? extends JsonNode> ordered(Stream<? extends JsonNode> rows) {
    JsonNode orderBy = options.path("order_by");
    if (orderBy.isEmpty()) {
      return rows;
    }
    List<JsonNode> sorted = new ArrayList<>(rows.<JsonNode>map(row -> row).toList());
    List<String> keys = new ArrayList<>();
    orderBy.forEach(key -> keys.add(key.asString()));
    Collections.reverse(keys);
    keys.forEach(key -> sorted.sort(comparator(key)));
    return sorted.stream();
  }

  private static Comparator<JsonNode> comparator(String orderBy) {
    String key = orderBy.replaceFirst("^nulls_(first|last):", "");
    boolean descending = key.startsWith("-");
    String field = descending ? key.substring(1) : key;
    Comparator<JsonNode> ascending =
        (left, right) -> {
          JsonNode a = Fields.first(left, field);
          JsonNode b = Fields.first(right, field);
          return a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.asString("").compareTo(b.asString(""));
        };
    return descending ? ascending.reversed() : ascending;
  }

  private JsonNode selected(JsonNode row) {
    JsonNode select = options.path("select");
    if (select.isEmpty()) {
      return row;
    }
    ObjectNode selected = Trees.object();
    for (JsonNode field : select) {
      String path = field.isArray() ? field.path(0).asString() : field.asString();
      boolean plain = generation == Generation.CORE_13;
      JsonNode value = plain ? row.path(path) : Fields.first(row, path);
      if (field.isArray()) {
        selected.set(field.path(1).asString(), value.isMissingNode() ? Trees.parse("null") : value);
      } else if (!value.isMissingNode()) {
        put(selected, path, value, plain || row.has(path));
      }
    }
    return selected;
  }

  /** A dotted selection keeps its nesting. */
  private static void put(ObjectNode target, String path, JsonNode value, boolean plain) {
    int dot = path.indexOf('.');
    if (plain || dot < 0) {
      target.set(path, value);
    } else {
      put(target.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value, false);
    }
  }
}
