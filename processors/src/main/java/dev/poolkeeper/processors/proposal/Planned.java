package dev.poolkeeper.processors.proposal;

/** What a finding leads to. */
public sealed interface Planned {

  /** Steps, which may be blocked. */
  record Steps(Plan plan) implements Planned {}

  /**
   * Nothing that poolkeeper would do.
   *
   * @param why in words
   */
  record Nothing(String why) implements Planned {}
}
