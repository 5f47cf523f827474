package dev.poolkeeper.processors.inventory;

/** Where ZFS says a property value comes from. */
public enum PropertySource {
  LOCAL,
  INHERITED,
  RECEIVED,
  DEFAULT,
  TEMPORARY,
  NONE,
  /** The release does not say, or says it unreliably. */
  UNKNOWN
}
