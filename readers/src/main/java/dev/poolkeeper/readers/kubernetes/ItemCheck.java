package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.readers.json.RowNames;
import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import tools.jackson.databind.JsonNode;

/** Decides whether an item of a list is of the wanted kind, in a version that can be read. */
final class ItemCheck {

  private final KubernetesKind kind;
  private final ListHeader header;
  private final RowSink sink;

  ItemCheck(KubernetesKind kind, ListHeader header, RowSink sink) {
    this.kind = kind;
    this.header = header;
    this.sink = sink;
  }

  void item(String place, JsonNode item) {
    String where = place + RowNames.of(item);
    String itemKind = Values.text(item.path("kind")).orElseGet(header::itemKind);
    String version = Values.text(item.path("apiVersion")).orElseGet(header::itemVersion);
    if (!item.isObject()) {
      sink.unreadable(where, "no object", "the row was skipped; export the list again");
    } else if (!itemKind.equals(kind.kindName())) {
      sink.unreadable(
          where,
          wrongKind(itemKind),
          "the row was skipped; this file is for " + kind.kindName() + " objects only");
    } else if (!kind.versions().contains(version)) {
      sink.unreadable(
          where,
          "apiVersion " + (version.isEmpty() ? "missing" : Visible.text(version)),
          "the row was skipped; readable is " + String.join(" or ", kind.versions()));
    } else {
      sink.row(place, item);
    }
  }

  private static String wrongKind(String itemKind) {
    return itemKind.isEmpty()
        ? "an item that does not say its kind"
        : "kind " + Visible.text(itemKind);
  }
}
