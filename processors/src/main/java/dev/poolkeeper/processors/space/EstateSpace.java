package dev.poolkeeper.processors.space;

import java.util.Comparator;
import java.util.List;

/**
 * The space of a night as a report shows it.
 *
 * @param pools every pool, sorted by subject
 * @param volumes the volumes with most space that their claim cannot see, largest first
 * @param hiddenVolumes how many volumes have any such space
 * @param unknownVolumes of how many it is not known
 * @param pinned the snapshots that clones pin, most space first
 * @param pinnedSnapshots how many of these there are
 */
public record EstateSpace(
    List<PoolSpace> pools,
    List<VolumeSpace> volumes,
    long hiddenVolumes,
    long unknownVolumes,
    List<PinnedSnapshot> pinned,
    long pinnedSnapshots) {

  private static final int SHOWN = 10;

  private static final Comparator<VolumeSpace> MOST_HIDDEN =
      Comparator.comparing((VolumeSpace volume) -> -volume.hiddenBytes().orElse(0))
          .thenComparing(VolumeSpace::subject);
  private static final Comparator<PinnedSnapshot> MOST_PINNED =
      Comparator.comparing((PinnedSnapshot snapshot) -> -snapshot.pins().atMostBytes().orElse(0))
          .thenComparing(PinnedSnapshot::subject);

  public EstateSpace {
    pools = List.copyOf(pools);
    volumes = List.copyOf(volumes);
    pinned = List.copyOf(pinned);
  }

  /** Chooses what a page has room for; everything is counted. */
  public static EstateSpace of(
      List<PoolSpace> pools, List<VolumeSpace> volumes, List<PinnedSnapshot> pinned) {
    List<VolumeSpace> hidden =
        volumes.stream().filter(volume -> volume.hiddenBytes().orElse(0) > 0).toList();
    return new EstateSpace(
        pools.stream().sorted(Comparator.comparing(PoolSpace::subject)).toList(),
        hidden.stream().sorted(MOST_HIDDEN).limit(SHOWN).toList(),
        hidden.size(),
        volumes.stream()
            .filter(volume -> volume.dataset().isPresent() && volume.hiddenBytes().isEmpty())
            .count(),
        pinned.stream().sorted(MOST_PINNED).limit(SHOWN).toList(),
        pinned.size());
  }
}
