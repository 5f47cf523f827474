package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Gathers snapshots that come sorted by subject, and hands on every dataset once, with all of them.
 * Those of one dataset follow each other, as nothing sorts between their common start.
 */
final class SnapshotsByDataset {

  private final BiConsumer<Subject, List<ZfsSnapshot>> found;
  private final List<ZfsSnapshot> collected = new ArrayList<>();

  SnapshotsByDataset(BiConsumer<Subject, List<ZfsSnapshot>> found) {
    this.found = found;
  }

  void add(List<InventoryObject> objects) {
    for (InventoryObject object : objects) {
      if (object instanceof ZfsSnapshot snapshot) {
        if (!collected.isEmpty() && !dataset(collected.get(0)).equals(dataset(snapshot))) {
          end();
        }
        // a list that was read in pages can have one twice
        if (collected.isEmpty()
            || !collected.get(collected.size() - 1).id().equals(snapshot.id())) {
          collected.add(snapshot);
        }
      }
    }
  }

  void end() {
    if (!collected.isEmpty()) {
      found.accept(dataset(collected.get(0)), List.copyOf(collected));
      collected.clear();
    }
  }

  private static Subject dataset(ZfsSnapshot snapshot) {
    return Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
  }
}
