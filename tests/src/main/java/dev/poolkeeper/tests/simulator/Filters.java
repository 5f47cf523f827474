package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The filters of query calls: {@code [field, operator, value]} and {@code ["OR", [...]]}. */
final class Filters implements Predicate<JsonNode> {

  private final JsonNode filters;

  Filters(JsonNode filters) {
    this.filters = filters;
  }

  boolean isEmpty() {
    return filters.isEmpty();
  }

  /** The value that a field must be equal to, when this is the only filter. */
  String onlyId() {
    JsonNode only = filters.path(0);
    boolean byId =
        filters.size() == 1
            && List.of("id", "name").contains(only.path(0).asString(""))
            && only.path(1).asString("").equals("=");
    return byId ? only.path(2).asString("") : "";
  }

  /** Whether exactly one filter says which ids or names are wanted. */
  boolean namesIds() {
    JsonNode only = filters.path(0);
    return filters.size() == 1
        && List.of("id", "name").contains(only.path(0).asString(""))
        && List.of("=", "in").contains(only.path(1).asString(""));
  }

  @Override
  public boolean test(JsonNode row) {
    return all(filters, row);
  }

  private static boolean all(JsonNode filters, JsonNode row) {
    for (JsonNode filter : filters) {
      if (!one(filter, row)) {
        return false;
      }
    }
    return true;
  }

  private static boolean one(JsonNode filter, JsonNode row) {
    if (filter.size() == 2 && filter.path(0).asString("").equals("OR")) {
      for (JsonNode branch : filter.path(1)) {
        boolean single = branch.path(0).isString();
        if (single ? one(branch, row) : all(branch, row)) {
          return true;
        }
      }
      return false;
    }
    if (filter.size() != 3) {
      throw CallFailure.call(Errno.EINVAL, "Invalid filter " + filter);
    }
    String operator = filter.path(1).asString("");
    JsonNode wanted = filter.path(2);
    List<JsonNode> values = Fields.at(row, filter.path(0).asString(""));
    if (values.isEmpty()) {
      return operator.equals("!=") || operator.startsWith("!") || operator.startsWith("nin");
    }
    return values.stream().anyMatch(value -> compare(operator, value, wanted));
  }

  private static boolean compare(String operator, JsonNode value, JsonNode wanted) {
    if (operator.startsWith("C") && operator.length() > 1) {
      return compare(operator.substring(1), lower(value), lower(wanted));
    }
    return switch (operator) {
      case "=" -> equal(value, wanted);
      case "!=" -> !equal(value, wanted);
      case ">", ">=", "<", "<=" -> ordered(operator, value, wanted);
      case "~" -> Pattern.compile(pattern(wanted)).matcher(text(value)).lookingAt();
      case "in" -> contains(wanted, value);
      case "nin" -> !contains(wanted, value);
      case "rin" -> contains(value, wanted);
      case "rnin" -> !contains(value, wanted);
      case "^" -> text(value).startsWith(text(wanted));
      case "!^" -> !text(value).startsWith(text(wanted));
      case "$" -> text(value).endsWith(text(wanted));
      case "!$" -> !text(value).endsWith(text(wanted));
      default -> throw CallFailure.call(Errno.EINVAL, "Invalid operation: " + operator);
    };
  }

  private static String pattern(JsonNode wanted) {
    if (!wanted.isString()) {
      throw new IllegalArgumentException("first argument must be string or compiled pattern");
    }
    return wanted.asString();
  }

  private static JsonNode lower(JsonNode node) {
    return node.isString() ? Trees.text(node.asString().toLowerCase(Locale.ROOT)) : node;
  }

  private static boolean equal(JsonNode value, JsonNode wanted) {
    if (value.isNumber() && wanted.isNumber()) {
      return value.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }
    return value.equals(wanted);
  }

  private static boolean ordered(String operator, JsonNode value, JsonNode wanted) {
    boolean numbers = value.isNumber() && wanted.isNumber();
    if (!numbers && !(value.isString() && wanted.isString())) {
      return false;
    }
    int order =
        numbers
            ? value.decimalValue().compareTo(wanted.decimalValue())
            : value.asString().compareTo(wanted.asString());
    return switch (operator) {
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      default -> order <= 0;
    };
  }

  /** An element of a list, or, as in Python, a part of a text. */
  private static boolean contains(JsonNode container, JsonNode element) {
    if (container.isString()) {
      return container.asString().contains(text(element));
    }
    for (JsonNode one : container) {
      if (equal(one, element)) {
        return true;
      }
    }
    return false;
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }
}
