package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes a plan of what a finding says may go.
 *
 * <p>Pure and deterministic: the order of the inventory has no say. Linear in the number of objects
 * once, then in the number of what touches a finding's subject. Findings that it is not made for
 * lead to nothing, with the reason: a claim is its owner's, a volume of a cluster that is absent
 * may be needed once that is back, and what is wrong with data only a person can mend.
 */
public final class Planner {

  /** The codes of which something may go. */
  public static final Set<FindingCode> CODES =
      Set.copyOf(
          EnumSet.of(
              FindingCode.BACKEND_WITHOUT_VOLUME,
              FindingCode.VOLUME_STUCK_RELEASED,
              FindingCode.SHARE_WITHOUT_DATASET,
              FindingCode.TARGET_OR_EXTENT_WITHOUT_BACKING,
              FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND,
              FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT,
              FindingCode.CONTENT_WITHOUT_SNAPSHOT_OBJECT,
              FindingCode.TEMPORARY_SNAPSHOT_LEFT,
              FindingCode.DETACHED_SNAPSHOT_ORPHAN));

  private final DatasetPlanner datasets;
  private final SnapshotPlanner snapshots;
  private final ServingPlanner serving;
  private final ClusterPlanner cluster;

  /**
   * @param night the inventory that steps are made of
   * @param subjects those that will be planned for
   */
  public Planner(Night night, Collection<Subject> subjects) {
    NasWorld world = new NasWorld(night);
    Dependents dependents = new Dependents(night);
    this.datasets = new DatasetPlanner(night, world, dependents, Set.copyOf(subjects));
    this.snapshots = new SnapshotPlanner(night, dependents);
    this.serving = new ServingPlanner(night, world);
    this.cluster = new ClusterPlanner(night, dependents);
  }

  /**
   * What the finding leads to, whether it is confirmed or not: that is its caller's to ask.
   *
   * @throws IllegalArgumentException when it is about a dataset that is not among the subjects
   */
  public Planned plan(Finding finding) {
    Subject subject = finding.subject();
    return switch (finding.code()) {
      case BACKEND_WITHOUT_VOLUME, DETACHED_SNAPSHOT_ORPHAN ->
          datasets.plan(finding.code(), subject, finding.reclaimableBytes());
      case BACKEND_SNAPSHOT_WITHOUT_CONTENT, TEMPORARY_SNAPSHOT_LEFT ->
          snapshots.plan(finding.code(), subject, finding.reclaimableBytes());
      case SHARE_WITHOUT_DATASET, TARGET_OR_EXTENT_WITHOUT_BACKING ->
          serving.plan(finding.code(), subject);
      case VOLUME_STUCK_RELEASED -> cluster.released(subject);
      case CONTENT_WITHOUT_SNAPSHOT_OBJECT ->
          cluster.withoutSnapshotObject(subject, finding.reclaimableBytes());
      case SNAPSHOT_OBJECT_WITHOUT_BACKEND -> cluster.withoutBackend(subject);
      default ->
          new Planned.Nothing(
              "%s is not cleaned up by poolkeeper".formatted(finding.code().code()));
    };
  }
}
