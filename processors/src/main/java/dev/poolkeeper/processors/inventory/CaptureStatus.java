package dev.poolkeeper.processors.inventory;

/** How completely one kind of one source was read. Only COMPLETE may be read as absence. */
public enum CaptureStatus {
  /** Every row was read. */
  COMPLETE,
  /** Some rows were read; what is missing is unknown. */
  PARTIAL,
  /** The source was asked and no row could be read. */
  FAILED,
  /** The source was not there to be read, which says nothing about its content. */
  NOT_READ
}
