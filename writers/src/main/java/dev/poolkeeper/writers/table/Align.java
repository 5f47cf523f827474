package dev.poolkeeper.writers.table;

/** On which side a column's cells line up. */
public enum Align {
  LEFT,
  RIGHT
}
