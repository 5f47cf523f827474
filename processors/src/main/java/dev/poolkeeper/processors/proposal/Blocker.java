package dev.poolkeeper.processors.proposal;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that has to go, or to be decided by a person, before a plan may be carried out.
 *
 * @param by what it is: a subject, or the address of a client
 * @param owner the claim or object that needs it, where one is known
 * @param suggestion what would take it out of the way; empty where only its owner can say
 */
public record Blocker(
    Kind kind, String by, Optional<String> owner, String words, Optional<String> suggestion) {

  /** What kinds of things are in the way. */
  public enum Kind {
    CHILD,
    CLONE,
    HOLD,
    SESSION,
    CLIENT,
    REPLICATION,
    SNAPSHOT_TASK,
    SHARE,
    /** A volume or content of a cluster stands on it. */
    REFERENCE,
    /** The object could not be told from a later one of its name. */
    IDENTITY,
    FINALIZER;

    /** The word used in files and the ledger. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Blocker {
    requireNonNull(kind, "kind");
    requireNonNull(by, "by");
  }

  static Blocker of(Kind kind, Object by, String words) {
    return new Blocker(kind, by.toString(), Optional.empty(), words, Optional.empty());
  }

  Blocker owned(Optional<String> whose) {
    return new Blocker(
        kind,
        by,
        whose,
        whose.map(o -> words + ", which " + o + " needs").orElse(words),
        suggestion);
  }

  Blocker suggesting(String what) {
    return new Blocker(kind, by, owner, words, Optional.of(what));
  }
}
