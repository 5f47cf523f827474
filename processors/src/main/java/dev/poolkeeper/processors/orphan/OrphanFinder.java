package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    List<Verdict> releasedVerdicts = new StuckReleased(night, references).judge().toList();
    Counted counted = new Counted(backendVerdicts, releasedVerdicts, night.join());
    List<Rule> others =
        List.of(
            new VolumeWithoutBackend(night),
            new ClaimUnbound(night),
            new SnapshotObjectWithoutBackend(night),
            new BackendSnapshotWithoutContent(night, references, counted),
            new ContentWithoutSnapshotObject(night, references, counted));
    List<Verdict> verdicts = new ArrayList<>(backendVerdicts);
    verdicts.addAll(releasedVerdicts);
    others.stream().flatMap(Rule::judge).forEach(verdicts::add);
    verdicts.addAll(InventoryVerdicts.judge(night.inventory(), verdicts, held));

    return new Judgements(verdicts, new Needs(night.completeness())::gap);
  }
}
