package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.ReplicationRun;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.readers.json.Row;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a replication task without its ssh_credentials. */
final class ReplicationTaskMapper {

  private ReplicationTaskMapper() {}

  static ReplicationTask map(Row row) {
    return new ReplicationTask(
        row.source(),
        row.requireNumber("id"),
        row.textOrNone("name"),
        row.textOrNone("direction"),
        row.textOrNone("transport"),
        row.texts("source_datasets"),
        row.textOrNone("target_dataset"),
        row.flag(false, "recursive"),
        row.flag(true, "enabled"),
        row.textOrNone("state", "state").equals("RUNNING"),
        row.texts("exclude"),
        lastRun(row),
        retention(row));
  }

  private static Optional<ReplicationRun> lastRun(Row row) {
    return row.text("state", "state")
        .map(
            state ->
                new ReplicationRun(
                    state, row.instant("state", "datetime"), row.text("state", "last_snapshot")));
  }

  private static ReplicationTask.Retention retention(Row row) {
    return new ReplicationTask.Retention(
        row.text("retention_policy"),
        (row.textOrNone("lifetime_value") + " " + row.textOrNone("lifetime_unit")).strip(),
        !row.at("lifetimes").isEmpty(),
        Stream.concat(
                row.texts("naming_schema").stream(),
                row.texts("also_include_naming_schema").stream())
            .toList(),
        row.at("periodic_snapshot_tasks")
            .valueStream()
            .map(task -> task.isObject() ? task.path("id") : task)
            .filter(JsonNode::isIntegralNumber)
            .map(JsonNode::asLong)
            .toList(),
        row.flag(false, "hold_pending_snapshots"));
  }
}
