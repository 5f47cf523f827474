package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.proposal.ProposalWorld.Kind;
import dev.poolkeeper.processors.proposal.ProposalWorld.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proposal told a second time, slowly and without a hash: every method says whether its wish is
 * granted, and notes whether there is anything to tell.
 */
final class ProposalModel {

  private record Yes(String person, boolean rule, String key, Instant until) {}

  Seen seen;
  ProposalState state;
  Stage stage;
  @Nullable Instant away;
  boolean told;

  private final List<Yes> yeses = new ArrayList<>();
  private final Set<String> failedPlans = new HashSet<>();
  private ProposalPolicy policy = ProposalPolicy.DEFAULT;

  ProposalModel(Seen seen, ProposalPolicy policy, ApprovalMode mode, Instant now) {
    this.seen = seen;
    this.policy = policy;
    this.stage = seen.stage();
    this.state = ProposalState.BLOCKED;
    if (seen.kind() == Kind.DATASET && stage == Stage.DESTROY) {
      away = now;
      become(ProposalState.QUARANTINED);
    } else if (seen.blocked()) {
      become(ProposalState.BLOCKED);
    } else {
      waitOrRule(mode, now);
    }
  }

  void under(ProposalPolicy now) {
    policy = now;
    told = false;
  }

  private void become(ProposalState next) {
    state = next;
    told = true;
  }

  private String key() {
    return seen.key(stage);
  }

  private boolean enough(ApprovalMode mode, Instant now) {
    Set<String> persons = new HashSet<>();
    boolean any = false;
    for (Yes yes : yeses) {
      if (yes.key.equals(key()) && now.isBefore(yes.until)) {
        any = true;
        if (!yes.rule) {
          persons.add(yes.person);
        }
      }
    }
    return switch (mode) {
      case NEVER -> false;
      case AUTO -> any;
      case MANUAL -> !persons.isEmpty();
      case TWO_PERSONS -> persons.size() > 1;
    };
  }

  private void waitOrRule(ApprovalMode mode, Instant now) {
    if (mode == ApprovalMode.AUTO && !failedPlans.contains(key())) {
      yeses.add(new Yes("", true, key(), now.plus(policy.approvalLasts())));
      become(ProposalState.APPROVED);
    } else {
      become(ProposalState.WAITING);
    }
  }

  private boolean tooEarly(Instant now) {
    boolean waits = seen.kind() == Kind.DATASET && stage == Stage.DESTROY;
    Duration rest = policy.quarantine();
    return waits && (away == null || now.isBefore(away.plus(rest)));
  }

  void night(Seen next, ApprovalMode mode, Instant now) {
    if (state == ProposalState.RUNNING
        || state == ProposalState.DONE
        || state == ProposalState.WITHDRAWN) {
      return;
    }
    String before = key();
    boolean failed = state == ProposalState.FAILED || state == ProposalState.ROLLED_BACK;
    boolean wasAway = state == ProposalState.QUARANTINED || stage == Stage.DESTROY;
    seen = next;
    stage = next.stage();
    if (failed) {
      yeses.clear();
      failedPlans.clear();
      failedPlans.add(key());
    }
    if (next.kind() == Kind.DATASET && stage == Stage.DESTROY && (!wasAway || away == null)) {
      away = now;
    }
    if (state == ProposalState.REJECTED || state == ProposalState.RESTORED) {
      return;
    }
    boolean same = before.equals(key());
    if (tooEarly(now)) {
      moveUnless(state == ProposalState.QUARANTINED, ProposalState.QUARANTINED);
    } else if (next.blocked()) {
      moveUnless(same && state == ProposalState.BLOCKED, ProposalState.BLOCKED);
    } else if (enough(mode, now)) {
      moveUnless(state == ProposalState.APPROVED, ProposalState.APPROVED);
    } else if (mode == ApprovalMode.AUTO && !failedPlans.contains(key())) {
      waitOrRule(mode, now);
    } else {
      moveUnless(same && state == ProposalState.WAITING, ProposalState.WAITING);
    }
  }

  private void moveUnless(boolean already, ProposalState next) {
    if (!already) {
      become(next);
    }
  }

  boolean approve(Actor by, boolean meant, String reason, ApprovalMode mode, Instant now) {
    boolean command = by.channel().equals("command");
    String person = by.name().toLowerCase(Locale.ROOT).trim();
    boolean again =
        yeses.stream()
            .anyMatch(y -> y.person.equals(person) && y.key.equals(key()) && now.isBefore(y.until));
    boolean open = state == ProposalState.WAITING || (state == ProposalState.REJECTED && command);
    if (!open
        || mode == ApprovalMode.NEVER
        || seen.blocked()
        || !meant
        || tooEarly(now)
        || reason.isEmpty()
        || again) {
      return false;
    }
    yeses.add(new Yes(person, false, key(), now.plus(policy.approvalLasts())));
    become(enough(mode, now) ? ProposalState.APPROVED : ProposalState.WAITING);
    return true;
  }

  boolean reject(String reason) {
    Set<ProposalState> late =
        Set.of(
            ProposalState.RUNNING,
            ProposalState.DONE,
            ProposalState.WITHDRAWN,
            ProposalState.REJECTED,
            ProposalState.RESTORED);
    if (reason.isEmpty() || late.contains(state)) {
      return false;
    }
    yeses.clear();
    failedPlans.clear();
    become(ProposalState.REJECTED);
    return true;
  }

  boolean start(Optional<Seen> fresh, ApprovalMode mode, Instant now) {
    if (state != ProposalState.APPROVED
        || fresh.isEmpty()
        || fresh.get().blocked()
        || fresh.get().stage() != stage
        || !fresh.get().key(stage).equals(key())
        || tooEarly(now)
        || !enough(mode, now)) {
      return false;
    }
    seen = fresh.get();
    become(ProposalState.RUNNING);
    return true;
  }

  boolean resume(Optional<Seen> fresh) {
    return state == ProposalState.RUNNING
        && fresh
            .map(
                f ->
                    !f.blocked()
                        && (f.access() == 0 || f.access() == seen.access())
                        && (stage == Stage.QUARANTINE || f.data() == seen.data()))
            .orElse(true);
  }

  boolean finish(Instant now) {
    if (state != ProposalState.RUNNING) {
      return false;
    }
    if (stage == Stage.QUARANTINE && seen.kind() == Kind.DATASET) {
      away = now;
      become(ProposalState.QUARANTINED);
    } else {
      become(ProposalState.DONE);
    }
    return true;
  }

  boolean fail(boolean undone, Instant now) {
    if (state != ProposalState.RUNNING) {
      return false;
    }
    if (!undone && stage == Stage.QUARANTINE) {
      away = now;
    }
    become(undone ? ProposalState.ROLLED_BACK : ProposalState.FAILED);
    return true;
  }

  boolean restore() {
    if (state == ProposalState.DONE && stage == Stage.QUARANTINE) {
      become(ProposalState.RESTORED);
      return true;
    }
    if (away == null
        || state == ProposalState.DONE
        || state == ProposalState.RUNNING
        || state == ProposalState.RESTORED) {
      return false;
    }
    become(ProposalState.RESTORED);
    return true;
  }

  void withdraw() {
    if (state != ProposalState.RUNNING
        && state != ProposalState.DONE
        && state != ProposalState.WITHDRAWN) {
      become(ProposalState.WITHDRAWN);
    }
  }
}
