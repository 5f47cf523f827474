package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 403: a dataset that is no volume and will fill its quota: often the parent of many volumes, which
 * then all stop at once, long before the pool is full. A read-only one is a replica: it grows as
 * its source does, and is not judged apart. Needs the datasets of its NAS.
 */
final class QuotaFills implements Rule {

  private final Night night;
  private final CapacityTrends trends;

  QuotaFills(Night night, CapacityTrends trends) {
    this.night = night;
    this.trends = trends;
  }

  private boolean replica(Subject dataset) {
    return night.join().dataset(dataset).flatMap(Dataset::readOnly).orElse(false);
  }

  @Override
  public FindingCode code() {
    return FindingCode.QUOTA_FILLS;
  }

  @Override
  public Stream<Verdict> judge() {
    return trends.outlooks().stream()
        .filter(outlook -> outlook.kind() == SeriesKind.DATASET && outlook.limit().isPresent())
        .filter(outlook -> !replica(outlook.key().subject()))
        .flatMap(
            outlook ->
                Fills.judge(
                    night, code(), outlook.key().subject(), outlook, List.of(), Optional.empty())
                    .stream());
  }
}
