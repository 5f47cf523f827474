package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.protection.ClaimPlaces.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says of every bound claim that may stand on a TrueNAS how it is protected: claim, volume,
 * dataset, and all copies of that. Claims whose volume is certainly elsewhere, and those being
 * deleted, are left out. Pure; sorted by claim; linear in claims and snapshots.
 */
public final class ProtectionFinder {

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
    List<Place> places = new ClaimPlaces(night).all();
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
    Objective objective = policy.of(claim, () -> facts.apply(claim.subject()), replicated);
    return place
        .dataset()
        .map(dataset -> judge.judge(claim, dataset, objective, ways, place.doubt()))
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
        asked || askedElsewhere ? place.doubt().orElse("") : objective.by(),
        List.of(),
        List.of());
  }
}
