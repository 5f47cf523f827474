package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Decides from what stands around the items whether the list is the wanted one, and whole. */
final class ListHeader {

  private final KubernetesKind kind;
  private String listKind = "";
  private String version = "";
  private String message = "";
  private Optional<String> next = Optional.empty();
  private boolean more;
  private boolean items;

  ListHeader(KubernetesKind kind) {
    this.kind = kind;
  }

  /** Reads one property beside {@code items}; the parser stands on its value. */
  void read(String name, JsonParser parser) {
    switch (name) {
      case "kind" -> listKind = Values.text(Json.value(parser)).orElse("");
      case "apiVersion" -> version = Values.text(Json.value(parser)).orElse("");
      case "message" -> message = Values.text(Json.value(parser)).orElse("");
      case "metadata" -> metadata(Json.value(parser));
      default -> parser.skipChildren();
    }
  }

  void itemsSeen() {
    items = true;
  }

  /** The kind of items that do not say it themselves, as in lists of the API server. */
  String itemKind() {
    return listKind.endsWith("List") ? listKind.substring(0, listKind.length() - 4) : "";
  }

  String itemVersion() {
    return itemKind().isEmpty() ? "" : version;
  }

  /** The token that asks for what follows; empty on the last page. */
  Optional<String> next() {
    return next;
  }

  /** Reports what is wrong with a list that must be whole. */
  void judgeWhole(RowSink sink) {
    if (judgePage(sink) && next.isPresent()) {
      sink.unreadable("", "the first page of a longer list (metadata.continue)", "");
    }
  }

  /** Reports what is wrong with one page of a list; whether nothing is. */
  boolean judgePage(RowSink sink) {
    if (listKind.equals("Status")) {
      sink.unreadable(
          "",
          "an error of the API server: " + Visible.text(message),
          "remove its cause and export again");
    } else if (!items) {
      sink.unreadable("", describe() + " without items", "");
    } else if (!itemKind().isEmpty() && !itemKind().equals(kind.kindName())) {
      sink.unreadable("", "a " + Visible.text(listKind), "");
    } else if (more && next.isEmpty()) {
      sink.unreadable("", "the first page of a longer list (metadata.remainingItemCount)", "");
    } else {
      return true;
    }
    return false;
  }

  private String describe() {
    return listKind.isEmpty() ? "an object" : "a " + Visible.text(listKind);
  }

  private void metadata(JsonNode metadata) {
    next = Values.text(metadata.path("continue"));
    more = Values.number(metadata.path("remainingItemCount")).orElse(0) > 0;
  }
}
