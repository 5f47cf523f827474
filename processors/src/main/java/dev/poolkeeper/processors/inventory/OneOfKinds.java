package dev.poolkeeper.processors.inventory;

/** An object of a record that stands for several kinds, and says which of them it is. */
public interface OneOfKinds extends InventoryObject {

  ObjectKind kind();
}
