package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All proposals of one night: those it makes, those it plans anew, those it withdraws.
 *
 * <p>Only confirmed findings that were seen tonight lead to one. Where a finding could not be
 * judged tonight, its proposal stays as it is; a cleanup looks for itself before it acts. A night
 * that is not complete makes no new ones. Pure; deterministic.
 */
public final class NightlyReview {

  /**
   * What becomes of one proposal.
   *
   * @param known empty: it is new
   */
  public record Change(Optional<ProposalOnFile> known, Transition transition, ApprovalMode mode) {}

  /** Everything that becomes of proposals, and what is to be said of it. */
  public record Result(List<Change> changes, ReviewSummary summary) {
    public Result {
      changes = List.copyOf(changes);
    }
  }

  /** What a night knows of findings. */
  public interface Knowledge {

    /** What a finding leads to. */
    Planned plan(Finding finding);

    /** What it takes to approve a stage of a plan. */
    ApprovalMode mode(Finding finding, Plan plan, Stage stage);

    /** Bytes that a pool uses. */
    OptionalLong used(Subject pool);
  }

  private final Review review;
  private final ProposalGuards guards;

  public NightlyReview(ProposalPolicy policy, ProposalGuards guards) {
    this.review = new Review(policy);
    this.guards = guards;
  }

  /** Whether a proposal may rest on the finding: confirmed, seen tonight, and not excepted. */
  public static boolean eligible(Finding finding) {
    return finding.confirmed()
        && Planner.CODES.contains(finding.code())
        && finding.status().seen()
        && finding.status() != FindingStatus.EXCEPTED;
  }

  /**
   * @param complete whether the night was
   * @param findings all of the night, those resolved on it included
   * @param open every proposal of which something may still become
   */
  public Result review(
      boolean complete,
      List<Finding> findings,
      List<ProposalOnFile> open,
      Knowledge knowledge,
      Instant now) {
    Map<String, Finding> byName =
        findings.stream().collect(Collectors.toMap(Finding::fingerprint, Function.identity()));
    List<Change> changes = new ArrayList<>();
    Map<String, ProposalOnFile> known = new HashMap<>();
    for (ProposalOnFile one : open) {
      Plan plan = one.proposal().plan();
      String name = plan.code().code() + ":" + plan.subject();
      known.put(name, one);
      change(one, Optional.ofNullable(byName.get(name)), knowledge, now).ifPresent(changes::add);
    }
    List<Finding> eligible = findings.stream().filter(NightlyReview::eligible).toList();
    List<Change> fresh = new ArrayList<>();
    for (Finding finding : eligible) {
      if (!known.containsKey(finding.fingerprint())
          && knowledge.plan(finding) instanceof Planned.Steps steps) {
        fresh.add(detected(finding, steps.plan(), knowledge, now));
      }
    }
    List<String> why = new ArrayList<>();
    List<Change> made = guarded(complete, fresh, open, knowledge, why);
    changes.addAll(made);
    return new Result(
        changes, new ReviewSummary(eligible.size(), made.size(), fresh.size() - made.size(), why));
  }

  private Optional<Change> change(
      ProposalOnFile known, Optional<Finding> finding, Knowledge knowledge, Instant now) {
    if (finding.isEmpty() || !finding.get().open()) {
      return Optional.of(withdrawn(known, "its finding is resolved", now));
    }
    Finding tonight = finding.get();
    if (tonight.status() == FindingStatus.EXCEPTED) {
      return Optional.of(withdrawn(known, tonight.note().orElse("its finding is excepted"), now));
    }
    if (!eligible(tonight)) {
      return Optional.empty();
    }
    Planned planned = knowledge.plan(tonight);
    if (planned instanceof Planned.Nothing nothing) {
      return Optional.of(withdrawn(known, nothing.why(), now));
    }
    Plan plan = ((Planned.Steps) planned).plan();
    ApprovalMode mode = mode(tonight, plan, knowledge);
    return Optional.of(
        new Change(Optional.of(known), review.replanned(known.proposal(), plan, mode, now), mode));
  }

  private static ApprovalMode mode(Finding finding, Plan plan, Knowledge knowledge) {
    return knowledge.mode(finding, plan, plan.firstStage().orElse(Stage.QUARANTINE));
  }

  private Change withdrawn(ProposalOnFile known, String why, Instant now) {
    return new Change(
        Optional.of(known), review.withdrawn(known.proposal(), why, now), known.mode());
  }

  private Change detected(Finding finding, Plan plan, Knowledge knowledge, Instant now) {
    ApprovalMode mode = mode(finding, plan, knowledge);
    return new Change(Optional.empty(), review.detected(plan, mode, now), mode);
  }

  private List<Change> guarded(
      boolean complete,
      List<Change> fresh,
      List<ProposalOnFile> open,
      Knowledge knowledge,
      List<String> why) {
    if (fresh.isEmpty()) {
      return fresh;
    }
    if (!complete) {
      why.add("%d not proposed: the night is not complete".formatted(fresh.size()));
      return List.of();
    }
    if (fresh.size() > guards.maxProposals()) {
      why.add(
          "%d not proposed: more than guards.max-proposals (%d) in one night look like a mistake"
              .formatted(fresh.size(), guards.maxProposals()));
      return List.of();
    }
    Map<Optional<Subject>, List<Change>> byPool =
        fresh.stream().collect(Collectors.groupingBy(c -> pool(plan(c).subject())));
    Map<Optional<Subject>, Long> reclaim = new HashMap<>();
    open.stream()
        .map(one -> one.proposal().plan())
        .forEach(plan -> reclaim.merge(pool(plan.subject()), most(plan), Math::addExact));
    Set<Optional<Subject>> full = new HashSet<>();
    byPool.forEach(
        (pool, together) ->
            tooMuch(pool, together, reclaim.getOrDefault(pool, 0L), knowledge)
                .ifPresent(
                    words -> {
                      full.add(pool);
                      why.add(words);
                    }));
    Collections.sort(why);
    return fresh.stream().filter(c -> !full.contains(pool(plan(c).subject()))).toList();
  }

  private static Plan plan(Change change) {
    return change.transition().proposal().plan();
  }

  private Optional<String> tooMuch(
      Optional<Subject> pool, List<Change> fresh, long before, Knowledge knowledge) {
    OptionalLong used = pool.map(knowledge::used).orElse(OptionalLong.empty());
    if (used.isEmpty()) {
      return Optional.empty();
    }
    long sum = before;
    for (Change change : fresh) {
      sum = Math.addExact(sum, most(plan(change)));
    }
    return sum > guards.maxReclaimRatio() * used.getAsLong()
        ? Optional.of(
            ("%d not proposed on %s: with them %s of %s in use would go, more than"
                    + " guards.max-reclaim-ratio (%s)")
                .formatted(
                    fresh.size(),
                    pool.orElseThrow(),
                    BinaryBytes.text(sum),
                    BinaryBytes.text(used.getAsLong()),
                    guards.maxReclaimRatio()))
        : Optional.empty();
  }

  private static long most(Plan plan) {
    return plan.reclaim().atMost().orElse(0);
  }

  /** The pool that something on a NAS lies in; empty for shares, targets and what clusters have. */
  public static Optional<Subject> pool(Subject subject) {
    boolean inPool =
        Stream.of(ObjectKind.DATASET, ObjectKind.ZFS_SNAPSHOT)
            .anyMatch(kind -> subject.path().startsWith(kind.plural() + "/"));
    return inPool
        ? Optional.of(
            Subject.of(subject.source(), ObjectKind.POOL, subject.name().split("[/@]", 2)[0]))
        : Optional.empty();
  }
}
