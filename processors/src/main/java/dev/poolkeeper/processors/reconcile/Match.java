package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;

/** What the join found for one PersistentVolume or VolumeSnapshotContent. */
public sealed interface Match {

  /** The Kubernetes object. */
  Subject subject();

  /** One or, when ambiguous or referenced, several ZFS objects fit. */
  record Linked(Subject subject, List<Link> links) implements Match {
    public Linked {
      links = List.copyOf(links);
    }
  }

  /**
   * Nothing fits where it should be.
   *
   * @param nas the systems it must be on, all of which have to be complete for this to mean loss
   * @param pool the pool it must be in, empty when any pool of those systems could hold it
   * @param protocol the chain that led nowhere
   * @param evidence what was looked for
   */
  record Absent(
      Subject subject, List<String> nas, String pool, Protocol protocol, List<String> evidence)
      implements Match {
    public Absent {
      nas = List.copyOf(nas);
      evidence = List.copyOf(evidence);
    }
  }

  /** It cannot be said, whatever was captured; the reason is a full sentence. */
  record Unresolved(Subject subject, String reason) implements Match {}

  /** Not ours to judge: no TrueNAS behind it, or it is still being created. */
  record OutOfScope(Subject subject, String reason) implements Match {}
}
