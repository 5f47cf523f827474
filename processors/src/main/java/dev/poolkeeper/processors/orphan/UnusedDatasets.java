package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Datasets and zvols that show traces of a CSI driver and that nothing known leads to: no volume,
 * attachment, session, virtual machine, app or task. Copies that replication made, what TrueNAS
 * keeps for itself and what is too young to be judged are not among them.
 */
final class UnusedDatasets {

  /**
   * @param traces by what a driver is known to have made it, at least one
   */
  record Unused(Dataset dataset, List<String> traces) {}

  private final Night night;
  private final References references;
  private final DriverTraces traces;

  UnusedDatasets(Night night, References references, DriverTraces traces) {
    this.night = night;
    this.references = references;
    this.traces = traces;
  }

  Stream<Unused> all() {
    return night.completeness().estate().nas().stream()
        .map(night.join()::nas)
        .map(NasIndex::datasets)
        .flatMap(Collection::stream)
        .map(dataset -> new Unused(dataset, traces.of(dataset)))
        .filter(found -> !found.traces().isEmpty() && !inOrder(found.dataset()));
  }

  private boolean inOrder(Dataset dataset) {
    return SystemDatasets.holds(dataset)
        || references.to(dataset).isPresent()
        || night.join().replicas().reason(dataset).isPresent()
        || dataset.createdAt().filter(night::tooYoung).isPresent();
  }
}
