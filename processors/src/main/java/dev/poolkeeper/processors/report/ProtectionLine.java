package dev.poolkeeper.processors.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a claim is protected, as lists show it; the field names are a public contract.
 *
 * @param verdict protected, late, never, unknown or not-asked
 * @param snapshotVerdict the same of snapshots and backups alone
 * @param replicaVerdict the same of copies elsewhere alone
 * @param reason why, in words; empty when it is protected
 * @param rpoSeconds how old the newest snapshot or backup may be; empty: nothing is asked
 * @param replicaRpoSeconds how old the newest copy elsewhere may be; empty: none is asked for
 * @param asked whether a rule or the claim itself asks; false: it is only the default
 * @param lastSnapshot ZFS creation of the newest snapshot, whoever made it
 * @param lastTaskSnapshot of those that an enabled periodic task would have named
 * @param lastVolumeSnapshot of VolumeSnapshots that are ready
 * @param lastElsewhere the instant that the newest copy elsewhere is of
 * @param elsewhereHow measured, backup or told
 * @param elsewhereBy the replication task or add-on's object that made it
 * @param tasks enabled periodic snapshot tasks that cover its dataset
 * @param replications enabled replication tasks that send it
 */
public record ProtectionLine(
    String claim,
    String namespace,
    Optional<String> storageClass,
    Optional<String> dataset,
    String verdict,
    String snapshotVerdict,
    String replicaVerdict,
    String reason,
    OptionalLong rpoSeconds,
    OptionalLong replicaRpoSeconds,
    boolean asked,
    String askedBy,
    Optional<Instant> lastSnapshot,
    Optional<Instant> lastTaskSnapshot,
    Optional<Instant> lastVolumeSnapshot,
    Optional<Instant> lastElsewhere,
    Optional<String> elsewhereHow,
    Optional<String> elsewhereBy,
    List<String> tasks,
    List<String> replications) {

  public ProtectionLine {
    tasks = List.copyOf(tasks);
    replications = List.copyOf(replications);
  }
}
