package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What each code needs to know before its silence about a subject means that all is well. One
 * place, read by the rules when they judge and by the lifecycle when it resolves.
 */
public final class Needs {

  private static final List<ObjectKind> CLUSTER_AND_CONTENTS =
      Completeness.and(Completeness.CLUSTER, List.of(ObjectKind.VOLUME_SNAPSHOT_CONTENT));
  private static final List<ObjectKind> CLAIMS =
      List.of(ObjectKind.NAMESPACE, ObjectKind.PERSISTENT_VOLUME_CLAIM, ObjectKind.STORAGE_CLASS);
  private static final List<ObjectKind> SNAPSHOTS =
      List.of(ObjectKind.NAMESPACE, ObjectKind.VOLUME_SNAPSHOT, ObjectKind.VOLUME_SNAPSHOT_CONTENT);

  private final Completeness known;

  public Needs(Completeness known) {
    this.known = known;
  }

  /** The first thing missing for a judgement about this subject; empty when nothing is. */
  public Optional<Gap> gap(FindingCode code, Subject subject) {
    String source = subject.source();
    return switch (code) {
      case VOLUME_WITHOUT_BACKEND -> known.gap(source, Completeness.CLUSTER).or(this::gapInAnyNas);
      case BACKEND_WITHOUT_VOLUME ->
          known.gapInAnyCluster(Completeness.CLUSTER).or(() -> known.gap(source, Completeness.NAS));
      case VOLUME_STUCK_RELEASED -> known.gap(source, Completeness.CLUSTER);
      case CLAIM_UNBOUND -> known.gap(source, CLAIMS);
      case SNAPSHOT_OBJECT_WITHOUT_BACKEND ->
          known.gap(source, CLUSTER_AND_CONTENTS).or(this::gapInAnyNas);
      case BACKEND_SNAPSHOT_WITHOUT_CONTENT ->
          known.gapInAnyCluster(CLUSTER_AND_CONTENTS).or(() -> known.gap(source, Completeness.NAS));
      case CONTENT_WITHOUT_SNAPSHOT_OBJECT -> known.gap(source, SNAPSHOTS);
      case INVENTORY_INCOMPLETE, HELD_BY_GUARD -> Optional.empty();
    };
  }

  private Optional<Gap> gapInAnyNas() {
    return known.gapInAnyNas(known.estate().nas(), Completeness.NAS);
  }
}
