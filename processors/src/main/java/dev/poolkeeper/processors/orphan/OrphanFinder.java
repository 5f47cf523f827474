package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what one side has and the other has not: codes 1xx and 2xx. Deterministic; linear in the
 * number of objects.
 */
public final class OrphanFinder {

  private OrphanFinder() {}

  public static List<Verdict> find(Night night) {
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
    return verdicts;
  }
}
