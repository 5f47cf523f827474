package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 110: a volume that says itself that it belongs to a cluster or driver nobody registered, or that
 * our own ledger saw in a cluster which is not registered any more. Needs every registered cluster
 * with its classes and drivers, for any of them may have it, and the NAS.
 */
final class VolumeOfAbsentCluster implements Rule {

  private final Night night;
  private final References references;
  private final Owners owners;
  private final DriverTraces traces;

  VolumeOfAbsentCluster(Night night, References references, Owners owners, DriverTraces traces) {
    this.night = night;
    this.references = references;
    this.owners = owners;
    this.traces = traces;
  }

  @Override
  public FindingCode code() {
    return FindingCode.VOLUME_OF_ABSENT_CLUSTER;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.completeness().estate().nas().stream()
        .map(night.join()::nas)
        .map(NasIndex::datasets)
        .flatMap(Collection::stream)
        .flatMap(dataset -> judge(dataset).stream());
  }

  private Optional<Verdict> judge(Dataset dataset) {
    List<String> trace = traces.of(dataset);
    boolean inOrder =
        trace.isEmpty()
            || SystemDatasets.holds(dataset)
            || references.to(dataset).isPresent()
            || night.join().replicas().reason(dataset).isPresent()
            || dataset.createdAt().filter(night::tooYoung).isPresent();
    return inOrder ? Optional.empty() : owners.absent(dataset).map(s -> say(dataset, s, trace));
  }

  private Verdict say(Dataset dataset, String sign, List<String> trace) {
    List<String> evidence = new ArrayList<>();
    evidence.add(sign);
    evidence.addAll(trace);
    return night.verdict(code(), dataset.subject(), evidence, CsiMarks.keep(dataset));
  }
}
