package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.Optional;

/** Why a PersistentVolume has lost its dataset (101), or stays without its claim (103, 109). */
final class VolumeCauses {

  private final Night night;
  private final Memory memory;
  private final Blockers blockers;

  VolumeCauses(Night night, Memory memory, Blockers blockers) {
    this.night = night;
    this.memory = memory;
    this.blockers = blockers;
  }

  /**
   * 101: nobody but its driver destroys a dataset rightly, and the driver is asked only once the
   * volume has been released. Needs a night on which the join found the dataset.
   */
  Optional<ProbableCause> lost(PersistentVolume volume) {
    boolean released = volume.phase().equals("Released") || volume.phase().equals("Failed");
    if (released) {
      return Optional.empty();
    }
    return memory.of(volume.subject()).stream()
        .flatMap(past -> past.stoodOn().stream())
        .flatMap(dataset -> memory.of(dataset).stream())
        .filter(dataset -> dataset.missedOn().isPresent())
        .findFirst()
        .map(
            dataset ->
                new ProbableCause(
                    Cause.DELETED_OUTSIDE,
                    "it stood on %s, which was there on %s and gone on %s, while the volume stayed"
                        .formatted(
                            dataset.subject(),
                            dataset.lastSeenOn(),
                            dataset.missedOn().orElseThrow())));
  }

  /** 103: kept on purpose, or what keeps its driver from deleting it. */
  Optional<ProbableCause> released(PersistentVolume volume) {
    if (volume.reclaimPolicy().equals("Retain")) {
      return Optional.of(
          new ProbableCause(
              Cause.RETAIN_POLICY,
              "its reclaim policy is Retain, and its claim is gone: phase " + volume.phase()));
    }
    return volume.reclaimPolicy().equals("Delete") ? blocked(volume) : Optional.empty();
  }

  /** 109: deleted under its claim, or what keeps its driver from deleting it. */
  Optional<ProbableCause> stuck(PersistentVolume volume) {
    if (volume.phase().equals("Bound")) {
      return Optional.of(
          new ProbableCause(
              Cause.PV_DELETED_FIRST,
              "its deletion was asked for while it is bound"
                  + volume.claim().map(claim -> " to claim " + claim).orElse("")));
    }
    return volume.reclaimPolicy().equals("Delete") ? blocked(volume) : Optional.empty();
  }

  private Optional<ProbableCause> blocked(PersistentVolume volume) {
    Optional<Dataset> dataset =
        night.join().link(volume.subject()).map(Link::to).flatMap(night.join()::dataset);
    return dataset.flatMap(blockers::clone).or(() -> dataset.flatMap(blockers::foreignSnapshot));
  }
}
