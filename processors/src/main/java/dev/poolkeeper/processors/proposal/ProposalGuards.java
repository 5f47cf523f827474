package dev.poolkeeper.processors.proposal;

/**
 * How much may be proposed before it looks like a mistake.
 *
 * @param maxProposals new proposals of one night (50); more, and none of them is made
 * @param maxReclaimRatio share of what a pool uses that all proposals on it may free together
 *     (0.2); beyond, no new one is made on it
 */
public record ProposalGuards(int maxProposals, double maxReclaimRatio) {

  public static final ProposalGuards DEFAULT = new ProposalGuards(50, 0.2);
}
