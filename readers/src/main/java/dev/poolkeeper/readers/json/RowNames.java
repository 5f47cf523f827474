package dev.poolkeeper.readers.json;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Decides what a row is called in a message, as far as it names itself. */
public final class RowNames {

  private RowNames() {}

  /** A blank and the object's name, or nothing. */
  public static String of(JsonNode row) {
    return Stream.of(row.path("metadata").path("name"), row.path("id"), row.path("name"))
        .flatMap(name -> Values.text(name).stream())
        .findFirst()
        .map(name -> " " + Visible.text(name))
        .orElse("");
  }
}
