package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** 103: a volume on a TrueNAS that is Released or Failed. Needs its cluster only. */
final class StuckReleased implements Rule {

  private final Night night;
  private final References references;

  StuckReleased(Night night, References references) {
    this.night = night;
    this.references = references;
  }

  @Override
  public FindingCode code() {
    return FindingCode.VOLUME_STUCK_RELEASED;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.inventory().all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .filter(volume -> volume.phase().equals("Released") || volume.phase().equals("Failed"))
        .filter(volume -> !(match(volume) instanceof Match.OutOfScope))
        .map(this::judge);
  }

  private Match match(PersistentVolume volume) {
    return night.join().match(volume.subject()).orElseThrow();
  }

  private Verdict judge(PersistentVolume volume) {
    Optional<Gap> gap = night.gap(code(), volume.subject());
    if (gap.isPresent()) {
      return new Undecided(code(), volume.subject(), gap.get());
    }
    Optional<Dataset> dataset =
        night.join().link(volume.subject()).map(Link::to).flatMap(night.join()::dataset);
    List<String> others = dataset.map(d -> others(volume, d)).orElse(List.of());
    List<String> evidence = new ArrayList<>();
    evidence.add("phase %s, reclaim policy %s".formatted(volume.phase(), volume.reclaimPolicy()));
    others.forEach(
        other ->
            evidence.add(
                other
                    + " uses the same dataset: deleting the data of this volume would destroy"
                    + " that one's"));
    volume.claim().ifPresent(claim -> evidence.add("was bound to claim " + claim));
    volume.deletedAt().ifPresent(at -> evidence.add("deletion asked for at " + at));
    dataset.ifPresent(d -> evidence.addAll(data(d)));
    Optional<String> inUse = dataset.flatMap(references::onNas);
    inUse.ifPresent(by -> evidence.add("its data is in use on the NAS: " + by));
    dataset
        .flatMap(references::takenOver)
        .ifPresent(shared -> evidence.add("blocked by a person: " + shared.reason()));
    OptionalLong reclaimable =
        others.isEmpty() && inUse.isEmpty() ? reclaimable(volume, dataset) : OptionalLong.of(0);
    return new Candidate(code(), volume.subject(), reclaimable, evidence, volume.keep());
  }

  private List<String> data(Dataset dataset) {
    List<String> evidence = new ArrayList<>();
    evidence.add("its data is in " + dataset.subject());
    OwnSpace.note(dataset, night.join().nas(dataset.nas())).ifPresent(evidence::add);
    evidence.addAll(references.clones(dataset));
    evidence.addAll(references.obstacles(dataset));
    return evidence;
  }

  private List<String> others(PersistentVolume volume, Dataset dataset) {
    return night.join().linksTo(dataset.subject()).stream()
        .map(Link::from)
        .filter(from -> !from.equals(volume.subject()))
        .map(Subject::toString)
        .sorted()
        .toList();
  }

  /** Only a dataset that the volume owns, and that no clone or hold keeps, is freed with it. */
  private OptionalLong reclaimable(PersistentVolume volume, Optional<Dataset> dataset) {
    boolean owns = VolumeClass.of(volume.source()).family().ownsDatasets();
    Optional<Dataset> freed =
        dataset
            .filter(d -> owns && night.join().clonesOf(d).isEmpty())
            .filter(d -> !references.held(d));
    return freed.isPresent()
        ? OwnSpace.bytes(freed.get(), night.join().nas(freed.get().nas()))
        : OptionalLong.empty();
  }
}
