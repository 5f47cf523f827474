package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.List;
import java.util.Optional;

/** Names that drivers give to snapshots which they take for a clone or a copy only. */
public final class TemporaryName {

  private static final List<String> FOR_ONE =
      List.of("volume-source-for-volume-", "volume-source-for-snapshot-");
  private static final String CLONE = "csi-clone-";

  private TemporaryName() {}

  /** Whether the snapshot has such a name. */
  public static boolean of(ZfsSnapshot snapshot) {
    return snapshot.name().startsWith(CLONE) || madeFor(snapshot).isPresent();
  }

  /** The volume or snapshot it was taken for; empty when its name does not say. */
  static Optional<String> madeFor(ZfsSnapshot snapshot) {
    return FOR_ONE.stream()
        .filter(snapshot.name()::startsWith)
        .map(prefix -> snapshot.name().substring(prefix.length()))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }
}
