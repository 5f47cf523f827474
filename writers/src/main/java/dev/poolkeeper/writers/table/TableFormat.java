package dev.poolkeeper.writers.table;

/** How a list is written. */
public enum TableFormat {
  /** For a terminal: the most important columns that fit. */
  TABLE,
  /** An array of objects with all fields. */
  JSON,
  /** A list of mappings with all fields. */
  YAML,
  /** RFC 4180 with a header and all fields. */
  CSV,
  /** A table with the columns people read. */
  MARKDOWN
}
