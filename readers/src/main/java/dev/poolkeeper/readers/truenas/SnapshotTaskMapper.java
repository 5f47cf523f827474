package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.readers.json.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a periodic snapshot task. */
final class SnapshotTaskMapper {

  private static final List<String> FIELDS = List.of("minute", "hour", "dom", "month", "dow");

  private SnapshotTaskMapper() {}

  static SnapshotTask map(Row row) {
    return new SnapshotTask(
        row.source(),
        row.requireNumber("id"),
        row.require("dataset"),
        row.flag(false, "recursive"),
        row.texts("exclude"),
        row.textOrNone("naming_schema"),
        schedule(row),
        (row.textOrNone("lifetime_value") + " " + row.textOrNone("lifetime_unit")).strip(),
        row.flag(true, "enabled"),
        new SnapshotTask.Terms(
            row.text("schedule", "begin"),
            row.text("schedule", "end"),
            row.at("allow_empty").isBoolean()
                ? Optional.of(row.flag(true, "allow_empty"))
                : Optional.empty(),
            row.instant("state", "datetime")));
  }

  private static String schedule(Row row) {
    return row.at("schedule").isObject()
        ? FIELDS.stream()
            .map(field -> row.text("schedule", field).orElse("*"))
            .collect(Collectors.joining(" "))
        : "";
  }
}
