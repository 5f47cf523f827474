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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Simulates what becomes of the snapshots of a night. */
final class RetentionSimulation {

  private RetentionSimulation() {}

  /**
   * One line per dataset of which somebody promises snapshots, sorted.
   *
   * @param read all of the night but snapshots that Kubernetes does not know
   * @param snapshots hands on the snapshots of one dataset after the other
   */
  static List<SimulationLine> of(
      Inventory read, Snapshots snapshots, RetentionPolicies policies, int days) {
    Inventory inventory = SameSystems.once(read);
    Night night =
        new Night(
            inventory,
            Reconciler.reconcile(inventory),
            new Completeness(inventory, Map.of()),
            OrphanPolicy.DEFAULT);
    RetentionNight retention = new RetentionNight(night, policies, new FactFinder(night)::of);
    Set<Subject> rest =
        inventory.all(ObjectKind.DATASET, Dataset.class).stream()
            .map(Dataset::subject)
            .collect(Collectors.toCollection(HashSet::new));
    List<SimulationLine> lines = new ArrayList<>();
    snapshots.read(
        (dataset, all) -> {
          if (rest.remove(dataset)) {
            line(retention, dataset, all, days).ifPresent(lines::add);
          }
        });
    rest.forEach(dataset -> line(retention, dataset, List.of(), days).ifPresent(lines::add));
    lines.sort(Comparator.comparing(SimulationLine::subject));
    return lines;
  }

  /** Where the snapshots come from. */
  @FunctionalInterface
  interface Snapshots {
    void read(BiConsumer<Subject, List<ZfsSnapshot>> found);
  }

  private static Optional<SimulationLine> line(
      RetentionNight retention, Subject dataset, List<ZfsSnapshot> snapshots, int days) {
    return retention
        .simulate(dataset, snapshots, days, days)
        .flatMap(
            then ->
                retention
                    .simulate(dataset, snapshots, 1, 1)
                    .map(next -> SimulationLine.of(then, next)));
  }
}
