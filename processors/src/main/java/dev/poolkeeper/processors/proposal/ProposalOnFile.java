package dev.poolkeeper.processors.proposal;

/**
 * A proposal as the ledger has it.
 *
 * @param mode what it takes to approve its stage, as the last night read it
 * @param change how often it was changed, so that of two changes at once only one goes through
 */
public record ProposalOnFile(Proposal proposal, ApprovalMode mode, int change) {}
