package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.ReplicationRun;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.readers.json.Row;
import java.util.Optional;

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
        lastRun(row));
  }

  private static Optional<ReplicationRun> lastRun(Row row) {
    return row.text("state", "state")
        .map(
            state ->
                new ReplicationRun(
                    state, row.instant("state", "datetime"), row.text("state", "last_snapshot")));
  }
}
