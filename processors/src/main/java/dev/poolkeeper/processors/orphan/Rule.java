package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Optional;
import java.util.stream.Stream;

/** One code's rule. It speaks only about subjects it has something to say of. */
interface Rule {

  FindingCode code();

  /**
   * Why this rule's silence about a subject would mean nothing tonight; empty when silence means
   * that all is well.
   */
  Optional<Gap> gap(Subject subject);

  Stream<Verdict> judge();
}
