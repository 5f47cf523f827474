package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 701: a pool that is not ONLINE or not healthy, by its own word. Needs the list of pools. */
final class PoolUnhealthy implements Rule {

  private final Night night;

  PoolUnhealthy(Night night) {
    this.night = night;
  }

  /** Not imported; a backup pool whose disks rotate is so on purpose. */
  private static boolean away(Pool pool) {
    return Set.of("OFFLINE", "UNKNOWN").contains(pool.status());
  }

  /** Whether a volume, by what it says itself, or an extent lies on a pool of this name. */
  private boolean used(Pool pool) {
    String mounted = "/mnt/" + pool.name() + "/";
    boolean byVolume =
        night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
            .map(PersistentVolume::source)
            .anyMatch(
                source ->
                    source.handle().startsWith(pool.name() + "/")
                        || Stream.of("share", "nfsPath", "datasetID")
                            .flatMap(key -> source.attribute(key).stream())
                            .anyMatch(
                                path ->
                                    path.startsWith(mounted)
                                        || path.startsWith(pool.name() + "/")));
    return byVolume
        || night.all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class).stream()
            .filter(extent -> extent.nas().equals(pool.nas()))
            .anyMatch(
                extent ->
                    extent.dataset().filter(id -> id.startsWith(pool.name() + "/")).isPresent());
  }

  @Override
  public FindingCode code() {
    return FindingCode.POOL_UNHEALTHY;
  }

  @Override
  public Stream<Verdict> judge() {
    return night.all(ObjectKind.POOL, Pool.class).stream()
        .filter(pool -> !pool.status().equals("ONLINE") || !pool.healthy())
        .filter(pool -> !away(pool) || used(pool))
        .map(
            pool ->
                night.verdict(
                    code(),
                    pool.subject(),
                    List.of("status %s, healthy: %s".formatted(pool.status(), pool.healthy())),
                    Optional.empty()));
  }
}
