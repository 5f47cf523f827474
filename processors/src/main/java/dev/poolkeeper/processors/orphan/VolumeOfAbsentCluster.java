package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.util.ArrayList;
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
  private final UnusedDatasets unused;
  private final Owners owners;

  VolumeOfAbsentCluster(Night night, References references, Owners owners, DriverTraces traces) {
    this.night = night;
    this.unused = new UnusedDatasets(night, references, traces);
    this.owners = owners;
  }

  @Override
  public FindingCode code() {
    return FindingCode.VOLUME_OF_ABSENT_CLUSTER;
  }

  @Override
  public Stream<Verdict> judge() {
    return unused.all().flatMap(found -> judge(found).stream());
  }

  private Optional<Verdict> judge(UnusedDatasets.Unused found) {
    return owners.absent(found.dataset()).map(s -> say(found.dataset(), s, found.traces()));
  }

  private Verdict say(Dataset dataset, String sign, List<String> trace) {
    List<String> evidence = new ArrayList<>();
    evidence.add(sign);
    evidence.addAll(trace);
    return night.verdict(code(), dataset.subject(), evidence, CsiMarks.keep(dataset));
  }
}
