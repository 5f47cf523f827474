package dev.poolkeeper.processors.finding;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a rule says about one subject on one night. A subject without a verdict is in order. */
public sealed interface Verdict {

  FindingCode code();

  Subject subject();

  /**
   * The rule holds.
   *
   * @param reclaimableBytes what would be freed, empty when it cannot be known
   * @param evidence facts, strongest first
   * @param exemption who asked to leave it alone, if anybody did
   * @param cause why it probably is so; empty when nothing shows it
   */
  record Candidate(
      FindingCode code,
      Subject subject,
      OptionalLong reclaimableBytes,
      List<String> evidence,
      Optional<String> exemption,
      Optional<ProbableCause> cause)
      implements Verdict {
    public Candidate {
      evidence = List.copyOf(evidence);
    }

    /** Of unknown cause. */
    public Candidate(
        FindingCode code,
        Subject subject,
        OptionalLong reclaimableBytes,
        List<String> evidence,
        Optional<String> exemption) {
      this(code, subject, reclaimableBytes, evidence, exemption, Optional.empty());
    }

    /** The same with its probable cause, if that is known. */
    public Candidate because(Optional<ProbableCause> probable) {
      return new Candidate(code, subject, reclaimableBytes, evidence, exemption, probable);
    }
  }

  /** The rule cannot be applied. */
  record Undecided(FindingCode code, Subject subject, Gap gap) implements Verdict {}
}
