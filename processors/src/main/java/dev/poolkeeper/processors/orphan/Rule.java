package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import java.util.stream.Stream;

/** One code's rule. It speaks only about subjects it has something to say of. */
public interface Rule {

  FindingCode code();

  Stream<Verdict> judge();
}
