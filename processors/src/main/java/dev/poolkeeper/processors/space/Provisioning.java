package dev.poolkeeper.processors.space;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a pool has promised to volumes. Several volumes on one dataset can fill it once; volumes
 * that own no dataset are promised nothing by ZFS and do not count.
 *
 * @param volumes datasets and zvols that volumes own
 * @param unlimited of these, how many nothing on the TrueNAS keeps within their capacity
 * @param unsized how many have no known size; they are in no sum
 * @param unmeasured how many did not tell what is written; they are not in {@code unfilledBytes}
 * @param provisionedBytes what all may fill; empty when nothing is known
 * @param unfilledBytes what all may still take, compression left out; empty when nothing is known
 */
public record Provisioning(
    long volumes,
    long unlimited,
    long unsized,
    long unmeasured,
    OptionalLong provisionedBytes,
    OptionalLong unfilledBytes) {

  /** Adds up the volumes of one pool, in any order. */
  public static Provisioning of(Collection<VolumeSpace> volumes) {
    Map<String, VolumeSpace> byDataset = new HashMap<>();
    for (VolumeSpace volume : volumes) {
      volume.dataset().ifPresent(d -> byDataset.merge(d, volume, Provisioning::larger));
    }
    List<VolumeSpace> owned = new ArrayList<>(byDataset.values());
    return new Provisioning(
        owned.size(),
        owned.stream().filter(v -> !v.limited()).count(),
        owned.stream().filter(v -> v.provisionedBytes().isEmpty()).count(),
        owned.stream()
            .filter(v -> v.provisionedBytes().isPresent() && v.unfilledBytes().isEmpty())
            .count(),
        KnownSum.of(owned.stream().map(VolumeSpace::provisionedBytes).toList()),
        KnownSum.of(owned.stream().map(VolumeSpace::unfilledBytes).toList()));
  }

  private static VolumeSpace larger(VolumeSpace a, VolumeSpace b) {
    return b.provisionedBytes().orElse(-1) > a.provisionedBytes().orElse(-1) ? b : a;
  }

  /** Whether the sums leave something out. */
  public boolean partial() {
    return unsized + unmeasured > 0;
  }
}
