package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.Alert;
import dev.poolkeeper.readers.json.Row;

/** Reads an alert, in words as the appliance shows it. */
final class AlertMapper {

  private AlertMapper() {}

  static Alert map(Row row) {
    return new Alert(
        row.source(),
        row.text("uuid").orElseGet(() -> row.require("id")),
        row.textOrNone("klass"),
        row.textOrNone("level"),
        row.text("formatted").orElseGet(() -> row.textOrNone("text")),
        row.instant("datetime"),
        row.flag(false, "dismissed"));
  }
}
