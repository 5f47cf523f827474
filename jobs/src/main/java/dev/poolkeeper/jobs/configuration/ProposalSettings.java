package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.proposal.ProposalGuards;
import dev.poolkeeper.processors.proposal.ProposalPolicy;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code poolkeeper.proposals}.
 *
 * @param policy who may let what be done ({@code rules}, {@code approval-lasts}, {@code
 *     quarantine})
 * @param guards how much may be proposed ({@code poolkeeper.guards})
 * @param approvalsFile approvals that are kept under version control (none)
 */
public record ProposalSettings(
    ProposalPolicy policy, ProposalGuards guards, Optional<Path> approvalsFile) {

  public static final ProposalSettings DEFAULT =
      new ProposalSettings(ProposalPolicy.DEFAULT, ProposalGuards.DEFAULT, Optional.empty());
}
