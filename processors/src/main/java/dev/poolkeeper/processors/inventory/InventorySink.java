package dev.poolkeeper.processors.inventory;

import java.util.function.Consumer;

/** Where the objects of one part of the inventory go, in the order they are read. */
public interface InventorySink {

  void accept(InventoryObject object);

  /**
   * An object that was listed by its name only, to spare the source: what the ledger remembers of
   * it stands in for what was not asked.
   */
  void acceptByName(InventoryObject object);

  /** Forgets all that was accepted: the part is read once more from its beginning. */
  void startOver();

  /** A sink for sources that list everything, and only once. */
  static InventorySink of(Consumer<InventoryObject> objects) {
    return new InventorySink() {
      @Override
      public void accept(InventoryObject object) {
        objects.accept(object);
      }

      @Override
      public void acceptByName(InventoryObject object) {
        objects.accept(object);
      }

      @Override
      public void startOver() {
        throw new IllegalStateException("this sink cannot forget what it was given");
      }
    };
  }
}
