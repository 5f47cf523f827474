package dev.poolkeeper.processors.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What it takes to approve a stage. */
public enum ApprovalMode {
  /** One person. */
  MANUAL(1),
  /** Two different persons. */
  TWO_PERSONS(2),
  /** Nobody: the configuration has said yes already. */
  AUTO(0),
  /** It is planned and shown, and never carried out. */
  NEVER(Integer.MAX_VALUE);

  private final int persons;

  ApprovalMode(int persons) {
    this.persons = persons;
  }

  /** How many different persons it takes. */
  public int persons() {
    return persons;
  }

  /** The word used in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ApprovalMode> parse(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }
}
