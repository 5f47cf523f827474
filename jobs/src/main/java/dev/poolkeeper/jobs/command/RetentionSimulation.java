package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.SameSystems;
import dev.poolkeeper.processors.report.SimulationLine;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Simulates what becomes of the snapshots of a night. */
final class RetentionSimulation {

  private RetentionSimulation() {}

  /** One line per dataset of which somebody promises snapshots, sorted. */
  static List<SimulationLine> of(Inventory read, RetentionPolicies policies, int days) {
    Inventory inventory = SameSystems.once(read);
    Night night =
        new Night(
            inventory,
            Reconciler.reconcile(inventory),
            new Completeness(inventory, Map.of()),
            OrphanPolicy.DEFAULT);
    RetentionNight retention = new RetentionNight(night, policies, new FactFinder(night)::of);
    Map<Subject, List<ZfsSnapshot>> byDataset =
        inventory.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
            .collect(
                Collectors.groupingBy(s -> Subject.of(s.nas(), ObjectKind.DATASET, s.dataset())));
    List<SimulationLine> lines = new ArrayList<>();
    inventory.all(ObjectKind.DATASET, Dataset.class).stream()
        .map(Dataset::subject)
        .sorted()
        .forEach(
            dataset -> {
              List<ZfsSnapshot> snapshots = byDataset.getOrDefault(dataset, List.of());
              retention
                  .simulate(dataset, snapshots, days, days)
                  .flatMap(
                      then ->
                          retention
                              .simulate(dataset, snapshots, 1, 1)
                              .map(next -> SimulationLine.of(then, next)))
                  .ifPresent(lines::add);
            });
    return lines;
  }
}
