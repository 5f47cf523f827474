package dev.poolkeeper.processors.matter;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.proposal.Approval;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Cleanups that wait for somebody's word, as matters of a channel. */
public final class ProposalMatters implements NoticePlanner.Ends {

  /** What topics of proposals begin with. */
  public static final String TOPIC = "proposal:";

  private final List<Proposal> proposals;

  /**
   * @param proposals all that are known, ended ones included
   */
  public ProposalMatters(List<Proposal> proposals) {
    this.proposals = List.copyOf(proposals);
  }

  /** The topic of a proposal, {@code proposal:P-17}. */
  public static String topic(Proposal proposal) {
    return TOPIC + proposal.name();
  }

  /** Those that wait, the oldest first. */
  public List<Standing> standings() {
    return proposals.stream()
        .filter(proposal -> proposal.state() == ProposalState.WAITING)
        .sorted(Comparator.comparingLong(Proposal::id))
        .map(ProposalMatters::standing)
        .toList();
  }

  private static Standing standing(Proposal proposal) {
    return new Standing(
        topic(proposal),
        Optional.empty(),
        title(proposal),
        new Material(
            Severity.INFO,
            Optional.empty(),
            Optional.of(proposal.hash()),
            proposal.plan().reclaim().atLeast(),
            List.of()),
        List.of(proposal.name()),
        0,
        true);
  }

  /** {@code Cleanup P-17 waits for approval (quarantine): nas1/datasets/tank/…}. */
  private static String title(Proposal proposal) {
    return Titles.cut(
        "Cleanup %s waits for approval (%s): %s"
            .formatted(proposal.name(), proposal.stage().word(), proposal.plan().subject()));
  }

  /** One matter of all that are beyond the cap. */
  public Standing rest(List<Standing> beyond) {
    return new Standing(
        TOPIC + FindingMatters.REST,
        Optional.empty(),
        "%d more cleanups wait for approval".formatted(beyond.size()),
        new Material(
            Severity.INFO,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            beyond.stream().map(Standing::topic).toList()),
        List.of(),
        beyond.size(),
        true);
  }

  @Override
  public Optional<String> why(LastTold told) {
    return Optional.of(
        find(told)
            .map(ProposalMatters::why)
            .orElse("it is told on its own by now, or is no longer proposed"));
  }

  private static String why(Proposal proposal) {
    String state = "it is " + proposal.state().word() + " now";
    List<String> by =
        proposal.approvals().stream()
            .filter(approval -> approval.hash().equals(proposal.hash()))
            .map(Approval::by)
            .map(Object::toString)
            .toList();
    return proposal.state() == ProposalState.APPROVED && !by.isEmpty()
        ? state + ", by " + String.join(" and ", by)
        : state;
  }

  @Override
  public String title(LastTold told) {
    return find(told)
        .map(p -> Titles.cut("Cleanup %s: %s".formatted(p.name(), p.plan().subject())))
        .orElseGet(() -> Titles.ofTopic(told.topic()));
  }

  private Optional<Proposal> find(LastTold told) {
    return proposals.stream().filter(p -> topic(p).equals(told.topic())).findFirst();
  }
}
