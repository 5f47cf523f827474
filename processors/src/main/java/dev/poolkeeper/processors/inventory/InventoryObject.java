package dev.poolkeeper.processors.inventory;

/** Anything a cluster or a NAS listed. Two objects with one subject are the same object. */
public interface InventoryObject {

  Subject subject();
}
