package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.time.Instant;
import java.util.Optional;

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
}
