package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Velero Backup. It may keep CSI snapshots whose VolumeSnapshot and content Velero has removed
 * from the cluster; which ones, only its object store knows.
 *
 * @param phase as Velero says it; empty before Velero has seen it
 * @param startedAt when its snapshots were begun to be taken
 * @param completedAt when it ended, whatever came of it
 * @param snapshots whether it may keep snapshots of volumes: not when none were wanted, nor when
 *     their data was moved elsewhere
 * @param namespaces those it was to include; empty or {@code *} for all
 * @param excludedNamespaces those it was to leave out
 * @param ttl for how long Velero keeps it, as Velero writes it ({@code 720h0m0s}); empty: not told
 * @param expiresAt when Velero removes it with all it keeps; empty: not told
 */
public record VeleroBackup(
    String cluster,
    String namespace,
    String name,
    String phase,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    boolean snapshots,
    List<String> namespaces,
    List<String> excludedNamespaces,
    Optional<String> ttl,
    Optional<Instant> expiresAt)
    implements InventoryObject {

  public VeleroBackup {
    namespaces = List.copyOf(namespaces);
    excludedNamespaces = List.copyOf(excludedNamespaces);
  }

  /** One of all namespaces. */
  public VeleroBackup(
      String cluster,
      String namespace,
      String name,
      String phase,
      Optional<Instant> startedAt,
      Optional<Instant> completedAt,
      boolean snapshots) {
    this(
        cluster,
        namespace,
        name,
        phase,
        startedAt,
        completedAt,
        snapshots,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it was to hold objects of a namespace. */
  public boolean includes(String wanted) {
    boolean asked = namespaces.isEmpty() || namespaces.contains("*") || namespaces.contains(wanted);
    return asked && !excludedNamespaces.contains(wanted);
  }

  /** Whether Velero has begun to remove it, or will before this instant is over. */
  public boolean expired(Instant asOf) {
    return expiresAt.filter(end -> !end.isAfter(asOf)).isPresent();
  }

  /** Its policy in words, as {@code velero: ttl 720h}; empty when it is not told. */
  public Optional<String> policy() {
    return ttl.map(
        text ->
            "velero: ttl " + text.replaceFirst("(?<=[hm])0s$", "").replaceFirst("(?<=h)0m$", ""));
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VELERO_BACKUP, namespace + "/" + name);
  }
}
