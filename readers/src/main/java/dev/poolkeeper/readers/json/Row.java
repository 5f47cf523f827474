package dev.poolkeeper.readers.json;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * One row of a list and what was remarked about it. Paths to nowhere are empty values, never
 * errors; only {@code require} insists.
 */
public final class Row {

  private static final String NEXT =
      "the row was skipped; complete it or export the list again without editing it";

  private final String source;
  private final Instant seenAt;
  private final JsonNode json;
  private final List<CaptureProblem> remarks = new ArrayList<>();

  public Row(String source, Instant seenAt, JsonNode json) {
    this.source = source;
    this.seenAt = seenAt;
    this.json = json;
  }

  public String source() {
    return source;
  }

  /** When the inventory was taken. */
  public Instant seenAt() {
    return seenAt;
  }

  public JsonNode at(String... path) {
    JsonNode node = json;
    for (String name : path) {
      node = node.path(name);
    }
    return node;
  }

  public Optional<String> text(String... path) {
    return Values.text(at(path));
  }

  public String textOrNone(String... path) {
    return text(path).orElse("");
  }

  public OptionalLong number(String... path) {
    return Values.number(at(path));
  }

  public boolean flag(boolean otherwise, String... path) {
    return Values.flag(at(path)).orElse(otherwise);
  }

  public Optional<Instant> instant(String... path) {
    return Values.instant(at(path));
  }

  /** The texts of a list, in its order; empty when there is no list. */
  public List<String> texts(String... path) {
    return at(path).values().stream().flatMap(value -> Values.text(value).stream()).toList();
  }

  /** A text without which the row names no object. */
  public String require(String... path) {
    return text(path).orElseThrow(() -> missing(path));
  }

  /** A number without which the row names no object. */
  public long requireNumber(String... path) {
    return number(path).orElseThrow(() -> missing(path));
  }

  /** Notes a value that cannot be read, though the rest of the row can. */
  public void remark(String seen, String next) {
    remarks.add(new CaptureProblem("", seen, next));
  }

  public List<CaptureProblem> remarks() {
    return List.copyOf(remarks);
  }

  private static UnreadableRow missing(String... path) {
    return new UnreadableRow("a row without " + String.join(".", path), NEXT);
  }
}
