package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.processors.reconcile.Match.Absent;
import dev.poolkeeper.processors.reconcile.Match.Linked;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says of every bound claim that may stand on a TrueNAS how it is protected: claim, volume, dataset,
 * and all copies of that. Claims whose volume is certainly elsewhere, and those being deleted, are
 * left out. Pure; sorted by claim; linear in claims and snapshots.
 */
public final class ProtectionFinder {

  /** A claim with what it stands on, or why that is not known. */
  private record Place(
      PersistentVolumeClaim claim, Optional<Subject> dataset, String unknown) {}

  private final Night night;
  private final ProtectionPolicy policy;
  private final Function<Subject, SubjectFacts> facts;
  private final ReplicationRoutes routes;

  private ProtectionFinder(
      Night night, ProtectionPolicy policy, Function<Subject, SubjectFacts> facts) {
    this.night = night;
    this.policy = policy;
    this.facts = facts;
    this.routes = new ReplicationRoutes(night);
  }

  /**
   * Judges every claim.
   *
   * @param facts what rules of the configuration may know of a claim; asked for only when the
   *     policy has rules
   */
  public static List<ClaimProtection> find(
      Night night, ProtectionPolicy policy, Function<Subject, SubjectFacts> facts) {
    return new ProtectionFinder(night, policy, facts).find();
  }

  private List<ClaimProtection> find() {
    List<Place> places = places();
    Set<Subject> datasets = new HashSet<>();
    for (Place place : places) {
      place.dataset().ifPresent(datasets::add);
      place
          .dataset()
          .ifPresent(from -> routes.from(from).forEach(r -> datasets.addAll(r.targets())));
    }
    SnapshotShelf shelf = new SnapshotShelf(night, datasets);
    ClaimJudge judge =
        new ClaimJudge(
            night,
            new SnapshotFacts(night, shelf),
            new ReplicaSearch(night, shelf),
            new Backups(night));
    return places.stream().map(place -> judge(place, judge)).toList();
  }

  private ClaimProtection judge(Place place, ClaimJudge judge) {
    PersistentVolumeClaim claim = place.claim();
    List<ReplicationRoutes.Route> ways = place.dataset().map(routes::from).orElse(List.of());
    boolean replicated = ways.stream().anyMatch(way -> way.task().enabled());
    Objective objective =
        policy.of(claim, () -> facts.apply(claim.subject()), replicated);
    return place
        .dataset()
        .map(dataset -> judge.judge(claim, dataset, objective, ways))
        .orElseGet(() -> unknown(place, objective));
  }

  private static ClaimProtection unknown(Place place, Objective objective) {
    boolean asked = !objective.snapshots().equals(Limit.NONE);
    boolean askedElsewhere = !objective.elsewhere().equals(Limit.NONE);
    return new ClaimProtection(
        place.claim().subject(),
        place.claim().storageClass(),
        Optional.empty(),
        objective,
        SnapshotTimes.NONE,
        Optional.empty(),
        asked ? Protection.UNKNOWN : Protection.NOT_ASKED,
        askedElsewhere ? Protection.UNKNOWN : Protection.NOT_ASKED,
        asked || askedElsewhere ? place.unknown() : objective.by(),
        List.of(),
        List.of());
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    night.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).stream()
        .filter(claim -> claim.phase().equals("Bound") && claim.deletedAt().isEmpty())
        .sorted(Comparator.comparing(PersistentVolumeClaim::subject))
        .forEach(claim -> place(claim).ifPresent(places::add));
    return places;
  }

  private Optional<Place> place(PersistentVolumeClaim claim) {
    Optional<Subject> volume =
        claim
            .volumeName()
            .map(name -> Subject.of(claim.cluster(), ObjectKind.PERSISTENT_VOLUME, name));
    Optional<Match> match = volume.flatMap(night.join()::match);
    if (match.isEmpty()) {
      String name = claim.volumeName().orElse("");
      return Optional.of(
          nowhere(claim, "its volume %s is not among those that were read".formatted(name)));
    }
    if (match.get() instanceof Linked linked) {
      List<Subject> found = linked.links().stream().map(Link::to).distinct().toList();
      return Optional.of(
          found.size() == 1
              ? new Place(claim, Optional.of(found.get(0)), "")
              : nowhere(claim, "several datasets fit its volume (PK111)"));
    }
    if (match.get() instanceof Absent) {
      return Optional.of(nowhere(claim, "the dataset of its volume is not there (PK101)"));
    }
    // what is out of scope is certainly on no TrueNAS
    return match.get() instanceof Unresolved unresolved
        ? Optional.of(nowhere(claim, unresolved.reason()))
        : Optional.empty();
  }

  private static Place nowhere(PersistentVolumeClaim claim, String reason) {
    return new Place(claim, Optional.empty(), reason);
  }
}
