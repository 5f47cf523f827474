package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.report.ActionLine;
import dev.poolkeeper.processors.report.ProposalLine;
import java.util.List;
import java.util.Optional;

/** What a notice is about. */
public sealed interface Matter {

  /**
   * One finding.
   *
   * @param finding with its owner, and with commands that look at it
   * @param group topic of the group that it is told within; empty when it stands alone
   */
  record OneFinding(ActionLine finding, Optional<String> group) implements Matter {

    public OneFinding {
      requireNonNull(finding, "finding");
      requireNonNull(group, "group");
    }

    /** One that stands alone. */
    public OneFinding(ActionLine finding) {
      this(finding, Optional.empty());
    }
  }

  /**
   * Findings that are told together: those of one code and source, or those beyond the cap.
   *
   * @param findings most severe first; at most as many as one can read
   * @param more how many there are beside these
   */
  record ManyFindings(List<ActionLine> findings, int more) implements Matter {

    public ManyFindings {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A cleanup that waits for somebody's word.
   *
   * @param proposal with the hash that an approval is for
   */
  record OneProposal(ProposalLine proposal) implements Matter {

    public OneProposal {
      requireNonNull(proposal, "proposal");
    }
  }
}
