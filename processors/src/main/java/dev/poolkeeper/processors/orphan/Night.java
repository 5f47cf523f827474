package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.NasIndex;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** All a rule may look at: tonight's inventory, how far it can be trusted, the join, the policy. */
public record Night(
    Inventory inventory, Reconciliation join, Completeness completeness, OrphanPolicy policy) {

  /** What is missing for a judgement with this code about this subject. */
  public Optional<Gap> gap(FindingCode code, Subject subject) {
    return new Needs(completeness).gap(code, subject);
  }

  /** When the inventory was taken. */
  public Instant asOf() {
    return inventory.estate().capturedAt();
  }

  /** Whether something made at this time is too young to judge. */
  public boolean tooYoung(Instant createdAt) {
    return createdAt.plus(policy.grace()).isAfter(asOf());
  }

  /** All objects of one kind, of every source. */
  public <T extends InventoryObject> List<T> all(ObjectKind kind, Class<T> type) {
    return inventory.all(kind, type);
  }

  /** The verdict of a rule that holds and frees nothing, unless something it needs is missing. */
  public Verdict verdict(
      FindingCode code, Subject subject, List<String> evidence, Optional<String> exemption) {
    return verdict(
        new Candidate(code, subject, OptionalLong.of(0), evidence, exemption), Optional.empty());
  }

  /**
   * The candidate, unless something it needs is missing.
   *
   * @param doubt what else may be missing, beside what its code always needs
   */
  public Verdict verdict(Candidate candidate, Optional<Gap> doubt) {
    return gap(candidate.code(), candidate.subject())
        .or(() -> doubt)
        .<Verdict>map(gap -> new Undecided(candidate.code(), candidate.subject(), gap))
        .orElse(candidate);
  }

  /**
   * Why a place below a pool cannot be called empty: the pool is not imported, or its datasets were
   * not listed. Empty when it can.
   *
   * @param id a dataset's id, there or not
   */
  public Optional<Gap> hidden(String nas, String id) {
    String name = id.split("/", 2)[0];
    NasIndex index = join.nas(nas);
    boolean listed = index.pool(name).filter(index::lists).isPresent();
    return listed
        ? Optional.empty()
        : Optional.of(
            new Gap(
                Gap.Kind.INCOMPLETE,
                nas + "/" + ObjectKind.DATASET.plural(),
                "the datasets of pool %s on %s cannot be listed".formatted(name, nas)));
  }
}
