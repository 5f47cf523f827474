package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.readers.json.Row;

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
        row.textOrNone("state", "state").equals("RUNNING"));
  }
}
