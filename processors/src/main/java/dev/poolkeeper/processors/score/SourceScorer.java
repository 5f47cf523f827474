package dev.poolkeeper.processors.score;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Scores every source by the confirmed findings about its own objects.
 *
 * <p>A finding about one of many objects (volumes, claims, datasets, snapshots, shares, targets)
 * costs its severity's weight as a share: {@code 100 * weight / max(objects, 20)}. One about what
 * there are few of (the source itself, pools, classes, drivers, nodes), and one about wrong data
 * (8xx), costs {@code 4 * weight} points in any estate: a faulted pool is as bad beside a thousand
 * datasets as beside ten. The score is 100 less all costs, rounded down, at least 0; with a
 * critical finding at most 89, so that nothing critical hides behind an A. Excepted and unconfirmed
 * findings cost nothing. Deterministic; linear in the number of findings.
 */
public final class SourceScorer {

  /** In smaller estates one finding would weigh too much. */
  static final int LEAST_OBJECTS = 20;

  static final int POINTS_PER_WEIGHT = 4;

  private static final Set<ObjectKind> MANY =
      Set.of(
          ObjectKind.PERSISTENT_VOLUME,
          ObjectKind.PERSISTENT_VOLUME_CLAIM,
          ObjectKind.VOLUME_ATTACHMENT,
          ObjectKind.VOLUME_SNAPSHOT,
          ObjectKind.VOLUME_SNAPSHOT_CONTENT,
          ObjectKind.DATASET,
          ObjectKind.ZFS_SNAPSHOT,
          ObjectKind.NFS_SHARE,
          ObjectKind.SMB_SHARE,
          ObjectKind.ISCSI_TARGET,
          ObjectKind.ISCSI_EXTENT,
          ObjectKind.ISCSI_TARGET_EXTENT,
          ObjectKind.NVME_SUBSYSTEM,
          ObjectKind.NVME_NAMESPACE);

  /** Whose number the share is taken of. */
  private static final Set<ObjectKind> COUNTED =
      Set.of(
          ObjectKind.PERSISTENT_VOLUME,
          ObjectKind.PERSISTENT_VOLUME_CLAIM,
          ObjectKind.VOLUME_SNAPSHOT_CONTENT,
          ObjectKind.DATASET);

  private record Kind(FindingCode code, Severity severity) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int byCode = code.compareTo(other.code);
      return byCode != 0 ? byCode : severity.compareTo(other.severity);
    }
  }

  private final Map<String, String> unjudged;

  /**
   * @param unjudged by source, why it cannot be graded
   */
  public SourceScorer(Map<String, String> unjudged) {
    this.unjudged = Map.copyOf(unjudged);
  }

  /** One score per registered source, clusters first, then by name. */
  public List<SourceScore> score(Inventory inventory, List<Finding> findings) {
    Map<String, List<Finding>> counting =
        findings.stream()
            .filter(f -> f.confirmed() && f.open() && f.status() != FindingStatus.EXCEPTED)
            .filter(f -> !f.code().ofTheRun() || f.code() == FindingCode.CLOCK_SKEW)
            .filter(f -> f.severity().weight() > 0)
            .collect(Collectors.groupingBy(f -> f.subject().source()));
    return inventory.estate().sources().stream()
        .map(source -> score(source, inventory, counting.getOrDefault(source, List.of())))
        .toList();
  }

  private SourceScore score(String source, Inventory inventory, List<Finding> findings) {
    Side side = inventory.estate().sideOf(source);
    long objects = objects(source, inventory);
    List<ScoreCost> costs = costs(findings, objects);
    return Optional.ofNullable(unjudged.get(source))
        .<SourceScore>map(why -> new SourceScore.Ungraded(source, side, objects, why, costs))
        .orElseGet(() -> new SourceScore.Graded(source, side, objects, score(costs), costs));
  }

  private static long objects(String source, Inventory inventory) {
    return inventory.captures().stream()
        .filter(c -> c.source().equals(source) && COUNTED.contains(c.kind()))
        .mapToLong(Capture::rows)
        .sum();
  }

  private static List<ScoreCost> costs(List<Finding> findings, long objects) {
    Map<Kind, List<Finding>> kinds =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    f -> new Kind(f.code(), f.severity()), TreeMap::new, Collectors.toList()));
    return kinds.entrySet().stream()
        .map(
            entry ->
                new ScoreCost(
                    entry.getKey().code(),
                    entry.getKey().severity(),
                    entry.getValue().size(),
                    entry.getValue().stream().mapToDouble(f -> points(f, objects)).sum()))
        .sorted(Comparator.comparingDouble(ScoreCost::points).reversed())
        .toList();
  }

  private static double points(Finding finding, long objects) {
    int weight = finding.severity().weight();
    String plural = finding.subject().path().split("/", 2)[0];
    boolean oneOfMany = ObjectKind.named(plural).filter(MANY::contains).isPresent();
    return oneOfMany && !finding.code().wrongData()
        ? 100.0 * weight / Math.max(objects, LEAST_OBJECTS)
        : POINTS_PER_WEIGHT * weight;
  }

  /** Sums of shares such as 100/30 three times must not lose a point to rounding. */
  private static int score(List<ScoreCost> costs) {
    double left = 100 - costs.stream().mapToDouble(ScoreCost::points).sum();
    int score = (int) Math.max(0, Math.floor(left + 1e-9));
    boolean critical = costs.stream().anyMatch(cost -> cost.severity() == Severity.CRITICAL);
    return critical ? Math.min(score, Grade.A.least() - 1) : score;
  }
}
