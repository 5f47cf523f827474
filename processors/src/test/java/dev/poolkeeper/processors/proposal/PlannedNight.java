package dev.poolkeeper.processors.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.support.FindingBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.util.List;
import java.util.Map;

/** What a finding of one inventory leads to; the same in every order of the inventory. */
final class PlannedNight {

  private static final int ORDERS = 3;

  private PlannedNight() {}

  static Plan plan(InventoryBuilder inventory, FindingCode code, String subject) {
    return plan(inventory, FindingBuilder.aFinding(code, subject).build());
  }

  static Plan plan(InventoryBuilder inventory, Finding finding) {
    Planned planned = planned(inventory, finding);
    assertThat(planned).isInstanceOf(Planned.Steps.class);
    return ((Planned.Steps) planned).plan();
  }

  static Planned planned(InventoryBuilder inventory, FindingCode code, String subject) {
    return planned(inventory, FindingBuilder.aFinding(code, subject).build());
  }

  static Planned planned(InventoryBuilder inventory, Finding finding) {
    Planned planned = planner(inventory.build(), finding).plan(finding);
    for (long seed = 1; seed <= ORDERS; seed++) {
      assertThat(planner(inventory.shuffled(seed), finding).plan(finding)).isEqualTo(planned);
    }
    return planned;
  }

  private static Planner planner(Inventory inventory, Finding finding) {
    return new Planner(night(inventory), List.of(finding.subject()));
  }

  static Night night(Inventory inventory) {
    return new Night(
        inventory,
        Reconciler.reconcile(inventory),
        new Completeness(inventory, Map.of()),
        OrphanPolicy.DEFAULT);
  }

  /** {@code quarantine delete-nfs-share nas1/nfs-shares/mnt/tank/a}, in order. */
  static List<String> steps(Plan plan) {
    return plan.steps().stream()
        .map(s -> s.stage().word() + " " + s.action().word() + " " + s.target())
        .toList();
  }

  /** {@code clone nas1/datasets/tank/b}, in order. */
  static List<String> blockers(Plan plan) {
    return plan.blockers().stream().map(b -> b.kind().word() + " " + b.by()).toList();
  }
}
