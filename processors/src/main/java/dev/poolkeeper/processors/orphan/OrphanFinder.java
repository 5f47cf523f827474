package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what one side has and the other has not: codes 1xx and 2xx. Deterministic; linear in the
 * number of objects.
 */
public final class OrphanFinder {

  private OrphanFinder() {}

  /**
   * @param history what our own ledger remembers
   * @param explained volumes of which another rule says why they fit several objects
   */
  public static List<Verdict> find(Night night, History history, Set<Subject> explained) {
    References references = new References(night);
    FormerClusters former = new FormerClusters(night, history);
    Owners owners = new Owners(night, former);
    DriverTraces traces = new DriverTraces(night);
    List<Verdict> backends =
        new BackendWithoutVolume(night, references, owners, traces).judge().toList();
    List<Verdict> released = new StuckReleased(night, references).judge().toList();
    Counted counted = new Counted(backends, released, night.join());
    ClaimUses uses = new ClaimUses(night);
    Drivers drivers = new Drivers(night);
    ServedPaths served = new ServedPaths(night);
    List<Rule> others =
        List.of(
            new VolumeWithoutBackend(night),
            new ClaimUnbound(night, uses),
            new ClaimUnused(night, references, uses, history.unusedClaims()),
            new ShareWithoutDataset(night, references, owners, served, former),
            new TargetOrExtentWithoutBacking(night, references, served, former),
            new AttachmentStale(night, drivers),
            new DeletionStuck(night, references, uses, drivers),
            new VolumeOfAbsentCluster(night, references, owners, traces),
            new MatchAmbiguous(night, explained),
            new DeletionDidNotHold(night, references, history.disappearances()),
            new SnapshotObjectWithoutBackend(night),
            new BackendSnapshotWithoutContent(night, references, counted, former),
            new ContentWithoutSnapshotObject(night, references, counted),
            new SnapshotNotReady(night, drivers),
            new SnapshotPinnedByClone(night, references),
            new TemporarySnapshotLeft(night, references, counted, former),
            new DetachedSnapshotOrphan(night, references, former));
    return Stream.of(backends.stream(), released.stream(), others.stream().flatMap(Rule::judge))
        .flatMap(verdicts -> verdicts)
        .toList();
  }
}
