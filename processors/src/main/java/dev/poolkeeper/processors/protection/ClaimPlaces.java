package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Confidence;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.processors.reconcile.Match.Absent;
import dev.poolkeeper.processors.reconcile.Match.Linked;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which dataset every bound claim stands on. Claims whose volume is certainly on no TrueNAS, and
 * those being deleted, are left out.
 */
final class ClaimPlaces {

  /**
   * A claim with what it stands on.
   *
   * @param dataset empty when it is not known
   * @param doubt why it is not known, or may be another one; empty when it is sure
   */
  record Place(PersistentVolumeClaim claim, Optional<Subject> dataset, Optional<String> doubt) {}

  private final Night night;
  private final Map<Subject, PersistentVolume> volumes = new HashMap<>();

  ClaimPlaces(Night night) {
    this.night = night;
    night
        .all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class)
        .forEach(volume -> volumes.put(volume.subject(), volume));
  }

  /** By claim. */
  List<Place> all() {
    List<Place> places = new ArrayList<>();
    night.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).stream()
        .filter(claim -> claim.phase().equals("Bound") && claim.deletedAt().isEmpty())
        .sorted(Comparator.comparing(PersistentVolumeClaim::subject))
        .forEach(claim -> of(claim).ifPresent(places::add));
    return places;
  }

  private Optional<Place> of(PersistentVolumeClaim claim) {
    String name = claim.volumeName().orElse("");
    Subject volume = Subject.of(claim.cluster(), ObjectKind.PERSISTENT_VOLUME, name);
    Optional<Match> match = night.join().match(volume);
    if (match.isEmpty()) {
      return Optional.of(
          nowhere(claim, "its volume %s is not among those that were read".formatted(name)));
    }
    if (match.get() instanceof Linked linked) {
      return Optional.of(on(claim, volume, linked.links()));
    }
    if (match.get() instanceof Absent) {
      return Optional.of(nowhere(claim, "the dataset of its volume is not there (PK101)"));
    }
    // what is out of scope is certainly on no TrueNAS
    return match.get() instanceof Unresolved unresolved
        ? Optional.of(nowhere(claim, unresolved.reason()))
        : Optional.empty();
  }

  private Place on(PersistentVolumeClaim claim, Subject volume, List<Link> links) {
    List<Subject> found = links.stream().map(Link::to).distinct().toList();
    return found.size() == 1
        ? new Place(claim, Optional.of(found.get(0)), doubt(volume, links.get(0)))
        : nowhere(claim, "several datasets fit its volume (PK111)");
  }

  /** By its name alone a volume may be taken for another one, which its share or target tells. */
  private Optional<String> doubt(Subject volume, Link link) {
    return Optional.ofNullable(volumes.get(volume))
        .filter(known -> link.confidence() != Confidence.CONFIRMED)
        .map(known -> VolumeClass.of(known.source()).protocol().parts())
        .flatMap(
            parts -> night.completeness().gapInAnyNas(night.completeness().estate().nas(), parts))
        .map(Gap::reason);
  }

  private static Place nowhere(PersistentVolumeClaim claim, String reason) {
    return new Place(claim, Optional.empty(), Optional.of(reason));
  }
}
