package dev.poolkeeper.processors.orphan;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What our own ledger saw last of a volume or content whose cluster is not listed any more.
 *
 * @param subject the PersistentVolume or VolumeSnapshotContent
 * @param lastSeenOn the last complete night on which it was there
 * @param driver its CSI driver
 * @param clusterUid the uid that its cluster's kube-system had then
 * @param stoodOn what the join said it stands on, when it said so last; never empty
 */
public record FormerUse(
    Subject subject,
    LocalDate lastSeenOn,
    Optional<String> driver,
    Optional<String> clusterUid,
    List<Subject> stoodOn) {

  public FormerUse {
    requireNonNull(subject, "subject");
    requireNonNull(lastSeenOn, "lastSeenOn");
    stoodOn = List.copyOf(stoodOn);
  }

  String cluster() {
    return subject.source();
  }
}
