package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what one side has and the other has not: codes 101 to 104 and 201 to 203, and of each source
 * how far it could be trusted, 901 and 902. Deterministic; linear in the number of objects.
 */
public final class OrphanFinder {

  private OrphanFinder() {}

  /**
   * @param held reason by part that {@link DropGuard} distrusts
   */
  public static Judgements find(Night night, Map<String, String> held) {
    References references = new References(night);
    Rule backends = new BackendWithoutVolume(night, references);
    List<Verdict> backendVerdicts = backends.judge().toList();
    List<Rule> others =
        List.of(
            new VolumeWithoutBackend(night),
            new StuckReleased(night),
            new ClaimUnbound(night),
            new SnapshotObjectWithoutBackend(night),
            new BackendSnapshotWithoutContent(night, references, candidates(backendVerdicts)),
            new ContentWithoutSnapshotObject(night));
    List<Verdict> verdicts = new ArrayList<>(backendVerdicts);
    others.stream().flatMap(Rule::judge).forEach(verdicts::add);
    verdicts.addAll(InventoryVerdicts.judge(night.inventory(), verdicts, held));

    return new Judgements(verdicts, new Needs(night.completeness())::gap);
  }

  private static Set<Subject> candidates(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Candidate.class::isInstance)
        .map(Verdict::subject)
        .collect(Collectors.toSet());
  }
}
