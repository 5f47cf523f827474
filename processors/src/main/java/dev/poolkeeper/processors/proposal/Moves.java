package dev.poolkeeper.processors.proposal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the ways between states have in common. */
final class Moves {

  private static final int NAMED = 3;

  private Moves() {}

  /** From one state to another, with the row of history that says so. */
  static Transition moved(Proposal from, Proposal to, Actor by, Instant now, String note) {
    return new Transition(
        to,
        List.of(new ProposalEvent(now, by, from.state(), to.state(), to.stage(), to.hash(), note)));
  }

  /** Refuses the end of data that have not been out of reach for long enough. */
  static void refuseTooEarly(Proposal proposal, Duration quarantine, Instant now) {
    boolean waits = proposal.stage() == Stage.DESTROY && proposal.plan().waits();
    Optional<Instant> over = proposal.quarantinedAt().map(since -> since.plus(quarantine));
    refuse(
        waits && over.filter(end -> !end.isAfter(now)).isEmpty(),
        proposal.name()
            + over.map(end -> " is in quarantine until " + end)
                .orElse(" was not in quarantine yet"));
  }

  /** A time as people read it: to the second. */
  static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new Refused(why);
    }
  }

  /**
   * Whether the standing approvals are as many as the mode asks for. What a rule of the
   * configuration approved counts for no person.
   */
  static boolean suffices(Proposal proposal, ApprovalMode mode, Instant now) {
    List<Approval> standing = proposal.standing(now);
    long persons =
        standing.stream()
            .map(Approval::by)
            .filter(by -> !by.equals(Actor.POLICY))
            .map(Actor::person)
            .distinct()
            .count();
    return mode != ApprovalMode.NEVER && !standing.isEmpty() && persons >= mode.persons();
  }

  /** What is in the way, the first of it in words. */
  static String blocked(Plan plan) {
    int more = plan.blockers().size() - 1;
    return plan.blockers().stream().map(Blocker::words).findFirst().orElse("nothing")
        + (more > 0 ? ", and %d more".formatted(more) : "");
  }

  /** How the steps of the stages that two proposals are at differ, in words. */
  static String difference(Proposal known, Proposal next) {
    List<Step> before = known.plan().steps(known.stage());
    List<Step> after = next.plan().steps(next.stage());
    List<String> words = new ArrayList<>();
    lacking(before, after).forEach(step -> words.add("no more " + step.words()));
    lacking(after, before).forEach(step -> words.add("now " + step.words()));
    return words.isEmpty() ? "another order" : String.join("; ", words);
  }

  private static List<Step> lacking(List<Step> of, List<Step> in) {
    Set<Step> there = new HashSet<>(in);
    return of.stream().filter(step -> !there.contains(step)).limit(NAMED).toList();
  }

  /** Why nothing can be decided or done in the state the proposal is in. */
  static String notNow(Proposal proposal) {
    String why =
        switch (proposal.state()) {
          case BLOCKED -> "is blocked: " + blocked(proposal.plan());
          case WAITING -> "waits for an approval";
          case APPROVED -> "is approved already";
          case REJECTED -> "was rejected; approving it by the command takes that back";
          case RUNNING -> "is being carried out";
          case QUARANTINED -> "is in quarantine; its end can be approved once that is over";
          case DONE -> "is done";
          case FAILED, ROLLED_BACK -> "failed; the next night plans it anew";
          case RESTORED -> "was restored by a person";
          case WITHDRAWN -> "is withdrawn: its finding is resolved or excepted";
        };
    return proposal.name() + " " + why;
  }
}
