package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.proposal.ProposalState.APPROVED;
import static dev.poolkeeper.processors.proposal.ProposalState.BLOCKED;
import static dev.poolkeeper.processors.proposal.ProposalState.DONE;
import static dev.poolkeeper.processors.proposal.ProposalState.FAILED;
import static dev.poolkeeper.processors.proposal.ProposalState.QUARANTINED;
import static dev.poolkeeper.processors.proposal.ProposalState.REJECTED;
import static dev.poolkeeper.processors.proposal.ProposalState.RESTORED;
import static dev.poolkeeper.processors.proposal.ProposalState.ROLLED_BACK;
import static dev.poolkeeper.processors.proposal.ProposalState.RUNNING;
import static dev.poolkeeper.processors.proposal.ProposalState.WAITING;
import static dev.poolkeeper.processors.proposal.ProposalState.WITHDRAWN;
import static dev.poolkeeper.processors.proposal.ProposalWorld.START;
import static dev.poolkeeper.processors.proposal.ProposalWorld.outOfReach;
import static dev.poolkeeper.processors.proposal.ProposalWorld.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The days of one proposal, by the default policy: approvals last a week, quarantine two. */
class ProposalLifeTest {

  private static final Actor ANN = new Actor("ann", Actor.COMMAND);
  private static final Actor BOB = new Actor("bob", Actor.COMMAND);

  private final Review review = new Review(ProposalPolicy.DEFAULT);
  private final Decisions decisions = new Decisions(ProposalPolicy.DEFAULT);
  private final Execution execution = new Execution(ProposalPolicy.DEFAULT);

  private Proposal proposal =
      new Review(ProposalPolicy.DEFAULT)
          .detected(plan(1), ApprovalMode.MANUAL, START)
          .proposal()
          .numbered(1);
  private ApprovalMode mode = ApprovalMode.MANUAL;
  private Instant now = START;

  @BeforeEach
  void waits() {
    state(WAITING);
  }

  private void state(ProposalState expected) {
    assertThat(proposal.state()).isEqualTo(expected);
  }

  private void after(int days) {
    now = now.plus(Duration.ofDays(days));
  }

  private void night(Plan plan) {
    proposal = review.replanned(proposal, plan, mode, now).proposal();
  }

  private void approve(Actor by) {
    proposal = decisions.approve(proposal, by, proposal.hash(), "because", mode, now).proposal();
  }

  private void reject(Actor by) {
    proposal = decisions.reject(proposal, by, "because", now).proposal();
  }

  private void start(Plan fresh) {
    proposal = execution.start(proposal, Optional.of(fresh), mode, now).proposal();
  }

  private void finish() {
    proposal = execution.finished(proposal, now).proposal();
  }

  private void fail(boolean undone) {
    proposal = execution.failed(proposal, undone, "dataset is busy", now).proposal();
  }

  private static void refused(ThrowingCallable wish, String why) {
    assertThatThrownBy(wish).isInstanceOf(Refused.class).hasMessageContaining(why);
  }

  private void quarantine() {
    approve(ANN);
    start(plan(1));
    finish();
    state(QUARANTINED);
  }

  @Test
  void leakGoesInTwoStagesEachApproved() {
    quarantine();
    after(13);
    night(outOfReach());
    state(QUARANTINED);
    after(1);
    night(outOfReach());
    state(WAITING);
    approve(ANN);
    start(outOfReach());
    finish();
    state(DONE);
  }

  @Test
  void approvalOfQuarantineIsNoneOfTheEnd() {
    quarantine();
    after(14);
    night(outOfReach());

    state(WAITING);
    assertThat(proposal.standing(now)).isEmpty();
  }

  @Test
  void approvalEndsUnused() {
    approve(ANN);
    after(7);

    refused(() -> start(plan(1)), "no approval that holds");
    night(plan(1));
    state(WAITING);
  }

  @Test
  void changedPlanNeedsANewApproval() {
    approve(ANN);

    refused(() -> start(plan(2)), "is not the plan that was approved");
    refused(() -> start(outOfReach()), "is not the plan that was approved");
    night(plan(2));
    state(WAITING);
    refused(
        () -> decisions.approve(proposal, BOB, plan(1).hash(Stage.QUARANTINE), "x", mode, now),
        "look at it again");
  }

  @Test
  void whatCameInTheWaySinceIsNotRunOver() {
    approve(ANN);

    refused(() -> start(ProposalWorld.blocked(1)), "a hold keeps it");
    refused(() -> execution.start(proposal, Optional.empty(), mode, now), "nothing says any more");
  }

  @Test
  void stricterPolicyAsksAgain() {
    approve(ANN);
    mode = ApprovalMode.TWO_PERSONS;
    refused(() -> start(plan(1)), "no longer enough");
    mode = ApprovalMode.NEVER;
    refused(() -> start(plan(1)), "no longer enough");
    night(plan(1));
    state(WAITING);
    refused(() -> approve(BOB), "never cleaned up");
  }

  @Test
  void twoPersonsAreNotOneInTwoSpellings() {
    mode = ApprovalMode.TWO_PERSONS;
    approve(ANN);
    state(WAITING);

    refused(() -> approve(new Actor("ann", "file")), "it takes another person");
    refused(() -> approve(new Actor(" Ann", "file")), "it takes another person");
    approve(BOB);
    state(APPROVED);
    start(plan(1));
  }

  @Test
  void noEndsEveryYesBeforeIt() {
    mode = ApprovalMode.TWO_PERSONS;
    approve(ANN);
    reject(BOB);
    approve(new Actor("eve", Actor.COMMAND));

    state(WAITING);
    approve(ANN);
    state(APPROVED);
  }

  @Test
  void whoSaidYesMaySayItAgainAfterANo() {
    approve(ANN);
    reject(BOB);
    state(REJECTED);
    night(plan(1));
    state(REJECTED);

    refused(() -> approve(new Actor("ann", "file")), "takes that back");
    approve(ANN);
    state(APPROVED);
  }

  @Test
  void yesAfterANoDoesNotShortenQuarantine() {
    quarantine();
    reject(BOB);
    after(1);
    night(outOfReach());

    refused(() -> approve(ANN), "is in quarantine until");
    after(14);
    approve(ANN);
    start(outOfReach());
    state(RUNNING);
  }

  @Test
  void rejectedLeakThatSomebodyElsePutOutOfReachHasToWaitFromThenOn() {
    reject(BOB);
    night(outOfReach());

    refused(() -> approve(ANN), "is in quarantine until");
    after(14);
    approve(ANN);
    state(APPROVED);
  }

  @Test
  void longerQuarantineHoldsForWhatIsApprovedAlready() {
    quarantine();
    after(14);
    night(outOfReach());
    approve(ANN);
    Execution slower =
        new Execution(new ProposalPolicy(List.of(), Duration.ofDays(7), Duration.ofDays(15)));

    refused(
        () -> slower.start(proposal, Optional.of(outOfReach()), mode, now),
        "is in quarantine until 2026-02-26T02:00:00Z");
    start(outOfReach());
  }

  @Test
  void quarantineBeginsAnewWhenSomethingLedToItMeanwhile() {
    quarantine();
    after(13);
    night(plan(2));
    state(WAITING);
    after(1);
    night(outOfReach());

    state(QUARANTINED);
    after(13);
    night(outOfReach());
    state(QUARANTINED);
    after(1);
    night(outOfReach());
    state(WAITING);
  }

  @Test
  void failureTakesTheWorthOfEveryApproval() {
    approve(ANN);
    start(plan(1));
    fail(true);
    state(ROLLED_BACK);
    night(plan(1));

    state(WAITING);
    assertThat(proposal.standing(now)).isEmpty();
    approve(ANN);
    state(APPROVED);
  }

  @Test
  void failureTakesItAlsoWhenSomethingIsInTheWayAtFirst() {
    approve(ANN);
    start(plan(1));
    fail(true);
    night(ProposalWorld.blocked(1));
    state(BLOCKED);
    night(plan(1));

    state(WAITING);
  }

  @Test
  void ruleDoesNotApproveWhatFailedAgain() {
    mode = ApprovalMode.AUTO;
    night(plan(1));
    start(plan(1));
    fail(true);
    for (int i = 0; i < 3; i++) {
      after(1);
      night(plan(1));
      state(WAITING);
    }
    approve(ANN);
    state(APPROVED);
  }

  @Test
  void ruleDoesNotApproveWhatIsLeftOfAFailureButAnotherPlan() {
    mode = ApprovalMode.AUTO;
    night(plan(1));
    start(plan(1));
    fail(false);
    night(plan(2));
    state(WAITING);
    night(plan(2));
    state(WAITING);
    night(plan(3));
    state(APPROVED);
  }

  @Test
  void ruleRenewsItsApproval() {
    mode = ApprovalMode.AUTO;
    night(plan(1));
    after(7);
    refused(() -> start(plan(1)), "no approval that holds");
    night(plan(1));
    start(plan(1));
  }

  @Test
  void whatAFailureLeftAwayCanBeBroughtBack() {
    approve(ANN);
    start(plan(1));
    fail(false);
    state(FAILED);
    assertThat(Decisions.notRestorable(proposal)).isEmpty();
    night(plan(1));
    state(WAITING);
    assertThat(Decisions.notRestorable(proposal)).isEmpty();
  }

  @Test
  void whatAFailureUndidNeedsNoBringingBack() {
    approve(ANN);
    start(plan(1));
    fail(true);

    assertThat(Decisions.notRestorable(proposal)).isPresent();
  }

  @Test
  void restoredStaysSoUntilItsFindingIsGone() {
    quarantine();
    proposal = decisions.restored(proposal, ANN, "it is needed", now).proposal();
    for (int i = 0; i < 20; i++) {
      after(1);
      night(plan(1));
      state(RESTORED);
    }
    refused(() -> approve(ANN), "was restored");
    proposal = review.withdrawn(proposal, "resolved", now).proposal();
    state(WITHDRAWN);
  }

  @Test
  void whatIsWithdrawnInQuarantineCanStillBeBroughtBack() {
    quarantine();
    proposal = review.withdrawn(proposal, "excepted", now).proposal();
    state(WITHDRAWN);
    proposal = decisions.restored(proposal, ANN, "it is needed", now).proposal();
    state(RESTORED);
  }

  @Test
  void runningIsLeftAlone() {
    approve(ANN);
    start(plan(1));
    night(plan(2));
    state(RUNNING);
    proposal = review.withdrawn(proposal, "resolved", now).proposal();
    state(RUNNING);
    refused(() -> reject(BOB), "is being carried out");
    refused(() -> decisions.restored(proposal, ANN, "x", now), "P-1");
    refused(() -> start(plan(1)), "is being carried out");
  }

  @Test
  void killedCleanupGoesOnWithWhatIsLeftOfItsPlanOnly() {
    approve(ANN);
    start(plan(1));

    execution.resume(proposal, Optional.empty());
    execution.resume(proposal, Optional.of(outOfReach()));
    execution.resume(proposal, Optional.of(plan(1)));
    refused(() -> execution.resume(proposal, Optional.of(plan(2))), "was not part of it");
    refused(
        () -> execution.resume(proposal, Optional.of(ProposalWorld.blocked(1))), "a hold keeps it");
  }

  @Test
  void killedEndDoesNotGoOnWhenSomethingLeadsToItAgain() {
    quarantine();
    after(14);
    night(outOfReach());
    approve(ANN);
    start(outOfReach());

    refused(() -> execution.resume(proposal, Optional.of(plan(1))), "was not part of it");
  }

  @Test
  void nothingIsDecidedWithoutAReasonOrByAnInitial() {
    String start = proposal.hash().substring(0, Decisions.LEAST_DIGITS - 1);

    refused(() -> decisions.reject(proposal, ANN, " ", now), "needs a reason");
    refused(
        () -> decisions.approve(proposal, ANN, proposal.hash(), " ", mode, now), "needs a reason");
    refused(() -> decisions.approve(proposal, ANN, start, "x", mode, now), "look at it again");
  }

  @Test
  void ruleThatIsNoMoreIsNoPerson() {
    mode = ApprovalMode.AUTO;
    night(plan(1));
    mode = ApprovalMode.MANUAL;

    refused(() -> start(plan(1)), "no longer enough");
  }

  @Test
  void refusalSaysWhatIsOtherThanApproved() {
    approve(ANN);

    refused(
        () -> start(plan(2)),
        "no more delete the NFS share nas1/nfs-shares/mnt/tank/k8s/pvc-x (id 1); now delete the"
            + " NFS share nas1/nfs-shares/mnt/tank/k8s/pvc-x (id 2)");
  }
}
