package dev.poolkeeper.processors.inventory;

/** An object with space figures: they change every night and are kept apart from its attributes. */
public interface MeasuredObject extends InventoryObject {

  SpaceUsage usage();
}
