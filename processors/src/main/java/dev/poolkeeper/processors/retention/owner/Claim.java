package dev.poolkeeper.processors.retention.owner;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.time.LocalDateTime;

/** What somebody who may remove a snapshot says of it. */
public sealed interface Claim {

  /** The task that says it, or the snapshot's dataset for a date that is set on it. */
  Subject owner();

  /**
   * It is its own, and goes at a time.
   *
   * @param madeAt when its name says that it was made, by the clock on the wall
   */
  record Removes(Subject owner, LocalDateTime madeAt, Instant removeAt) implements Claim {}

  /** It is its own, and no time is known at which it goes. */
  record Keeps(Subject owner, String why) implements Claim {}

  /** Whether it is its own cannot be told. */
  record Unsure(Subject owner, String why) implements Claim {}

  /** It looks like its own, and it will not remove it. */
  record Disclaims(Subject owner, String why) implements Claim {}
}
