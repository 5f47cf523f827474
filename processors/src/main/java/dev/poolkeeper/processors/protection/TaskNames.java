package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.retention.naming.NamingSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a snapshot's name is one that a task gives. A schema that tells no date gives none. */
final class TaskNames {

  private final Map<String, Optional<NamingSchema>> schemas = new HashMap<>();

  boolean fits(SnapshotTask task, String name) {
    return schemas
        .computeIfAbsent(task.namingSchema(), text -> NamingSchema.parse(text).known())
        .filter(schema -> schema.fits(name))
        .isPresent();
  }
}
