package dev.poolkeeper.processors.inventory;

/** Whether the data of a dataset is encrypted on its disks. */
public enum Encryption {
  /** The release, or what was asked of it, does not tell. */
  UNKNOWN,
  NONE,
  /** Encrypted, and its key is loaded. */
  UNLOCKED,
  /** Encrypted, and without its key, so its content cannot be judged. */
  LOCKED
}
