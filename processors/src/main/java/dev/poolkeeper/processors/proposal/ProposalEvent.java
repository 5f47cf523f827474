package dev.poolkeeper.processors.proposal;

import java.time.Instant;

/**
 * One row of a proposal's history; never changed, never taken back.
 *
 * @param hash of the stage that it was about
 * @param note why, or what was seen
 */
public record ProposalEvent(
    Instant at,
    Actor by,
    ProposalState from,
    ProposalState to,
    Stage stage,
    String hash,
    String note) {}
