package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.reconcile.DriverFamily;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** 103: a volume on a TrueNAS that is Released or Failed. Needs its cluster only. */
final class StuckReleased implements Rule {

  private final Night night;

  StuckReleased(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.VOLUME_STUCK_RELEASED;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.inventory().all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .filter(volume -> volume.phase().equals("Released") || volume.phase().equals("Failed"))
        .filter(volume -> VolumeClass.of(volume.source()).family() != DriverFamily.FOREIGN)
        .map(this::judge);
  }

  private Verdict judge(PersistentVolume volume) {
    Optional<Gap> gap = night.gap(code(), volume.subject());
    if (gap.isPresent()) {
      return new Undecided(code(), volume.subject(), gap.get());
    }
    Optional<Dataset> dataset =
        night.join().link(volume.subject()).map(Link::to).flatMap(night.join()::dataset);
    List<String> evidence = new ArrayList<>();
    evidence.add("phase %s, reclaim policy %s".formatted(volume.phase(), volume.reclaimPolicy()));
    volume.claim().ifPresent(claim -> evidence.add("was bound to claim " + claim));
    volume.deletedAt().ifPresent(at -> evidence.add("deletion asked for at " + at));
    dataset.ifPresent(d -> evidence.add("its data is in " + d.subject()));
    return new Candidate(
        code(), volume.subject(), reclaimable(volume, dataset), evidence, volume.keep());
  }

  /** Only a dataset that is this volume's alone, and that no clone stands on, is freed with it. */
  private OptionalLong reclaimable(PersistentVolume volume, Optional<Dataset> dataset) {
    boolean alone =
        VolumeClass.of(volume.source()).family().ownsDatasets()
            && dataset
                .filter(d -> night.join().linksTo(d.subject()).size() == 1)
                .filter(d -> night.join().clonesOf(d).isEmpty())
                .isPresent();
    return alone ? dataset.orElseThrow().usage().usedBytes() : OptionalLong.empty();
  }
}
