package dev.poolkeeper.processors.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * A cleanup proposal as a night left it; the field names are a public contract.
 *
 * @param id {@code P-17}
 * @param state as {@link ProposalLine} has them
 * @param stage quarantine or destroy
 * @param approval what it takes: manual, two-persons, auto or never
 * @param steps how many, of both stages
 * @param reclaimableBytes what all steps free at least; empty: not known
 * @param reclaimableBytesAtMost the same, at most
 * @param planHash what an approval of the stage is for
 * @param blockedBy what is in the way, in words
 */
public record ProposalNightLine(
    String id,
    String code,
    String state,
    String stage,
    String approval,
    String subject,
    int steps,
    OptionalLong reclaimableBytes,
    OptionalLong reclaimableBytesAtMost,
    String planHash,
    List<String> blockedBy) {

  public ProposalNightLine {
    blockedBy = List.copyOf(blockedBy);
  }
}
