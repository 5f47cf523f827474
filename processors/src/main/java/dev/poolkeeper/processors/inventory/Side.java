package dev.poolkeeper.processors.inventory;

/** Which of the two worlds a source belongs to. */
public enum Side {
  CLUSTER,
  NAS
}
