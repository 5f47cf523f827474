package dev.poolkeeper.writers.report;

import static dev.poolkeeper.writers.report.SampleFindings.GIB;
import static dev.poolkeeper.writers.report.SampleFindings.uuid;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.space.EstateSpace;
import dev.poolkeeper.processors.space.PinnedSnapshot;
import dev.poolkeeper.processors.space.Pins;
import dev.poolkeeper.processors.space.PoolShare;
import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.processors.space.Provisioning;
import dev.poolkeeper.processors.space.VolumeSpace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Space of pools, volumes and clones, to render and to look at. */
final class SampleSpace {

  private static final String POOL = "nas1/pools/tank";

  private SampleSpace() {}

  /** 14 volumes with hidden space, a snapshot with seven clones, a pool that told nothing. */
  static EstateSpace busy() {
    return EstateSpace.of(
        List.of(
            pool(POOL, OptionalLong.of(9_800 * GIB)),
            pool("nas1/pools/fast", OptionalLong.empty())),
        IntStream.range(1, 15).mapToObj(SampleSpace::volume).toList(),
        List.of(
            pinned("golden", 7, "nas1/datasets/tank/k8s/vols/pvc-"),
            pinned("before-upgrade", 1, "nas1/datasets/tank/k8s/vols/pvc-")));
  }

  /** The same with an odd or hostile name wherever one is shown. */
  static EstateSpace named(String name) {
    PoolSpace pool =
        PoolSpace.of(
            name,
            OptionalLong.of(GIB),
            OptionalLong.of(GIB),
            List.of(share("volume", name, GIB, 0, 0)),
            Provisioning.of(List.of()));
    VolumeSpace volume =
        VolumeSpace.of(
            name, Optional.of(name), OptionalLong.of(GIB), backing(name, 3 * GIB, GIB, 0));
    PinnedSnapshot pinned =
        new PinnedSnapshot(
            name,
            Optional.of(name),
            List.of(new PinnedSnapshot.Clone(name, Optional.of(name))),
            Pins.NONE);
    return EstateSpace.of(List.of(pool), List.of(volume), List.of(pinned));
  }

  static PoolSpace pool(String subject, OptionalLong available) {
    return PoolSpace.of(
        subject,
        OptionalLong.of(17_400 * GIB),
        available,
        List.of(
            share("volume", "prod-a", 6_200, 2_900, 310),
            share("volume", "prod-b", 2_100, 310, 0),
            share("shared", "prod-a, prod-b", 800, 0, 0),
            share("detached-snapshot", "prod-a", 420, 0, 0),
            share("unclaimed", "", 612, 40, 0),
            share("other", "", 3_200, 480, 0)),
        Provisioning.of(IntStream.range(1, 15).mapToObj(SampleSpace::volume).toList()));
  }

  private static PoolShare share(
      String category, String clusters, long data, long snapshots, long reserved) {
    return new PoolShare(
        category,
        clusters,
        96,
        0,
        OptionalLong.of((data + snapshots + reserved) * GIB),
        OptionalLong.of(data * GIB),
        OptionalLong.of(snapshots * GIB),
        OptionalLong.of(reserved * GIB));
  }

  private static VolumeSpace volume(int seed) {
    return VolumeSpace.of(
        "prod-a/persistentvolumes/pvc-" + uuid(seed),
        Optional.of("shop/data-postgres-" + seed),
        OptionalLong.of(1_200 * GIB),
        backing(
            "nas1/datasets/tank/k8s/vols/pvc-" + uuid(seed),
            (700 - 30L * seed) * GIB,
            40L * seed * GIB,
            seed % 3 * 20L * GIB));
  }

  private static VolumeSpace.Backing backing(
      String dataset, long used, long snapshots, long reserved) {
    boolean pins = used > 600 * GIB;
    return new VolumeSpace.Backing(
        dataset,
        POOL,
        new SpaceUsage(
            OptionalLong.of(used),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(Math.min(snapshots, used / 2)),
            OptionalLong.of(0),
            OptionalLong.of(Math.min(reserved, used / 4)),
            OptionalLong.of(1_200 * GIB)),
        Optional.empty(),
        pins
            ? Pins.of(
                2, 3, OptionalLong.of(GIB), OptionalLong.of(900 * GIB), OptionalLong.of(snapshots))
            : Pins.NONE);
  }

  private static PinnedSnapshot pinned(String name, int clones, String prefix) {
    return new PinnedSnapshot(
        "nas1/snapshots/tank/k8s/vols/pvc-%s@%s".formatted(uuid(3), name),
        Optional.of("shop/data-postgres-3"),
        IntStream.range(0, clones)
            .mapToObj(
                i ->
                    new PinnedSnapshot.Clone(
                        prefix + uuid(60 + i),
                        i % 2 == 0 ? Optional.of("shop/copy-" + i) : Optional.empty()))
            .toList(),
        Pins.of(
            1,
            clones,
            OptionalLong.of(GIB / 2),
            OptionalLong.of(clones * 40L * GIB),
            OptionalLong.of(300 * GIB)));
  }
}
