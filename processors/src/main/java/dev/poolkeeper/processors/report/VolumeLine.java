package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.space.Pins;
import dev.poolkeeper.processors.space.VolumeSpace;
import dev.poolkeeper.processors.space.Waterfall;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A PersistentVolume with what backs it; the field names are a public contract. Bytes from {@code
 * usedBytes} on are those of the dataset or zvol it owns, and empty when it owns none.
 *
 * @param dataset subject of the dataset or zvol, empty when none is linked
 * @param confidence of the link, or what the join said instead: absent, unresolved, out-of-scope
 * @param usedBytes written on the TrueNAS, snapshots included; empty when unknown
 * @param provisionedBytes what it may fill: volsize, refquota or quota, else its capacity
 * @param writtenBytes live data
 * @param snapshotBytes what only its snapshots hold
 * @param childrenBytes datasets inside it
 * @param reservedBytes set aside and not yet written
 * @param hiddenBytes of used, what the claim cannot see
 * @param origin subject of the snapshot it is a clone of
 * @param sharedBytes what it has in common with its origin, charged there
 * @param pinnedSnapshots snapshots of it that clones stand on
 * @param clones how many clones these are
 * @param pinnedAtLeastBytes lower bound of what these snapshots hold
 * @param pinnedAtMostBytes upper bound of it
 * @param spaceUnknown why a part of its space is not known
 */
public record VolumeLine(
    String subject,
    Optional<String> claim,
    String driver,
    Optional<String> dataset,
    String confidence,
    OptionalLong capacityBytes,
    OptionalLong usedBytes,
    String phase,
    String storageClass,
    OptionalLong provisionedBytes,
    OptionalLong writtenBytes,
    OptionalLong snapshotBytes,
    OptionalLong childrenBytes,
    OptionalLong reservedBytes,
    OptionalLong hiddenBytes,
    Optional<String> origin,
    OptionalLong sharedBytes,
    long pinnedSnapshots,
    long clones,
    OptionalLong pinnedAtLeastBytes,
    OptionalLong pinnedAtMostBytes,
    Optional<String> spaceUnknown) {

  /**
   * What Kubernetes and the join say of a volume.
   *
   * @param dataset subject of the dataset or zvol it is linked to, whether it owns that or not
   */
  public record Identity(
      String driver,
      Optional<String> dataset,
      String confidence,
      OptionalLong capacityBytes,
      String phase,
      String storageClass) {}

  public static VolumeLine of(Identity identity, VolumeSpace space) {
    Waterfall waterfall = space.waterfall();
    Pins pins = space.pins();
    return new VolumeLine(
        space.subject(),
        space.claim(),
        identity.driver(),
        identity.dataset(),
        identity.confidence(),
        identity.capacityBytes(),
        waterfall.usedBytes(),
        identity.phase(),
        identity.storageClass(),
        space.provisionedBytes(),
        waterfall.dataBytes(),
        waterfall.snapshotBytes(),
        waterfall.childrenBytes(),
        waterfall.reservedBytes(),
        space.hiddenBytes(),
        space.origin(),
        space.sharedBytes(),
        pins.snapshots(),
        pins.clones(),
        pins.atLeastBytes(),
        pins.atMostBytes(),
        waterfall.unknown());
  }
}
