package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.reconcile.SameSystems;
import dev.poolkeeper.readers.source.InventorySource;
import dev.poolkeeper.readers.source.SourceReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything as it is right now, read into memory and nowhere else. All sources have to be asked:
 * any of them may use what is about to go.
 */
final class FreshInventory {

  private FreshInventory() {}

  static Inventory read(InventorySource estate) {
    return read(estate, estate.estate().sources(), EnumSet.allOf(ObjectKind.class));
  }

  /** Only some kinds, of some sources. */
  static Inventory read(InventorySource estate, Collection<String> sources, Set<ObjectKind> kinds) {
    List<Capture> captures = new ArrayList<>();
    List<InventoryObject> objects = new ArrayList<>();
    for (String source : sources) {
      try (SourceReader reader = estate.open(source)) {
        for (ObjectKind kind : ObjectKind.of(estate.estate().sideOf(source))) {
          if (!kinds.contains(kind)) {
            continue;
          }
          List<InventoryObject> part = new ArrayList<>();
          captures.add(reader.read(kind, into(part)));
          objects.addAll(part);
        }
      }
    }
    return SameSystems.once(new Inventory(estate.estate(), captures, objects.stream()));
  }

  private static InventorySink into(List<InventoryObject> part) {
    return new InventorySink() {
      @Override
      public void accept(InventoryObject object) {
        part.add(object);
      }

      @Override
      public void acceptByName(InventoryObject object) {
        throw new IllegalStateException("a cleanup asks for everything, names are not enough");
      }

      @Override
      public void startOver() {
        part.clear();
      }
    };
  }
}
