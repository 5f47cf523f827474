package dev.poolkeeper.processors.inventory;

/** A dataset holds files, or it is a block device (zvol). */
public enum DatasetType {
  FILESYSTEM,
  VOLUME
}
