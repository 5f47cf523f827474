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
   * @param severity how bad it is here; empty for what the catalogue says of its code
   */
  record Candidate(
      FindingCode code,
      Subject subject,
      OptionalLong reclaimableBytes,
      List<String> evidence,
      Optional<String> exemption,
      Optional<ProbableCause> cause,
      Optional<Severity> severity)
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
      this(
          code, subject, reclaimableBytes, evidence, exemption, Optional.empty(), Optional.empty());
    }

    /** The same with its probable cause, if that is known. */
    public Candidate because(Optional<ProbableCause> probable) {
      return new Candidate(
          code, subject, reclaimableBytes, evidence, exemption, probable, severity);
    }

    /** The same, as bad as its evidence makes it and not as its code usually is. */
    public Candidate ofSeverity(Severity actual) {
      return new Candidate(
          code, subject, reclaimableBytes, evidence, exemption, cause, Optional.of(actual));
    }
  }

  /** The rule cannot be applied. */
  record Undecided(FindingCode code, Subject subject, Gap gap) implements Verdict {}
}
