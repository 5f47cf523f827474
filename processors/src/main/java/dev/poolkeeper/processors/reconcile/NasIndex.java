package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.inventory.ObjectKind.DATASET;
import static dev.poolkeeper.processors.inventory.ObjectKind.ISCSI_EXTENT;
import static dev.poolkeeper.processors.inventory.ObjectKind.ISCSI_TARGET;
import static dev.poolkeeper.processors.inventory.ObjectKind.ISCSI_TARGET_EXTENT;
import static dev.poolkeeper.processors.inventory.ObjectKind.NFS_SHARE;
import static dev.poolkeeper.processors.inventory.ObjectKind.NVME_NAMESPACE;
import static dev.poolkeeper.processors.inventory.ObjectKind.POOL;
import static dev.poolkeeper.processors.inventory.ObjectKind.SMB_SHARE;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.SmbShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One NAS, ready to be asked: dataset by id, mountpoint, leaf and mark; share, target, extent. */
public final class NasIndex {

  private final String nas;
  private final Map<String, Dataset> byId = new LinkedHashMap<>();
  private final Map<String, Dataset> byMountpoint = new HashMap<>();
  private final Map<String, List<Dataset>> byLeaf = new HashMap<>();
  private final Map<String, List<Dataset>> byParent = new HashMap<>();
  private final Map<String, List<Dataset>> byVolumeName = new HashMap<>();
  private final Map<String, Pool> pools = new HashMap<>();
  private final Map<String, List<NfsShare>> nfsByPath = new HashMap<>();
  private final Map<String, SmbShare> smbByName = new HashMap<>();
  private final Map<String, IscsiTarget> targets = new HashMap<>();
  private final Map<Long, List<IscsiTargetExtent>> extentsOfTarget = new HashMap<>();
  private final Map<Long, IscsiExtent> extents = new HashMap<>();
  private final Map<String, List<NvmeNamespace>> namespaces = new HashMap<>();

  private NasIndex(String nas) {
    this.nas = nas;
  }

  /** One index per registered NAS, by name. */
  static Map<String, NasIndex> of(Inventory inventory) {
    Map<String, NasIndex> all = new LinkedHashMap<>();
    Function<String, NasIndex> at = nas -> all.computeIfAbsent(nas, NasIndex::new);
    inventory.estate().nas().forEach(nas -> all.put(nas, new NasIndex(nas)));
    inventory.all(POOL, Pool.class).forEach(p -> at.apply(p.nas()).pools.put(p.name(), p));
    inventory.all(DATASET, Dataset.class).forEach(d -> at.apply(d.nas()).add(d));
    all.values().forEach(NasIndex::indexVolumeNames);
    inventory.all(NFS_SHARE, NfsShare.class).forEach(s -> at.apply(s.nas()).add(s));
    for (SmbShare share : inventory.all(SMB_SHARE, SmbShare.class)) {
      at.apply(share.nas()).smbByName.put(lower(share.name()), share);
    }
    for (IscsiTarget target : inventory.all(ISCSI_TARGET, IscsiTarget.class)) {
      at.apply(target.nas()).targets.put(lower(target.name()), target);
    }
    for (IscsiExtent extent : inventory.all(ISCSI_EXTENT, IscsiExtent.class)) {
      at.apply(extent.nas()).extents.put(extent.id(), extent);
    }
    for (IscsiTargetExtent te : inventory.all(ISCSI_TARGET_EXTENT, IscsiTargetExtent.class)) {
      append(at.apply(te.nas()).extentsOfTarget, te.target(), te);
    }
    for (NvmeNamespace namespace : inventory.all(NVME_NAMESPACE, NvmeNamespace.class)) {
      append(at.apply(namespace.nas()).namespaces, namespace.nqn(), namespace);
    }
    return all;
  }

  private static <K, V> void append(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
  }

  private void add(Dataset dataset) {
    byId.put(dataset.id(), dataset);
    dataset
        .mountpoint()
        .ifPresent(mount -> byMountpoint.merge(trimSlash(mount), dataset, NasIndex::atItsPlace));
    append(byLeaf, dataset.leaf(), dataset);
    dataset.parent().ifPresent(parent -> append(byParent, parent, dataset));
  }

  /** Of two that claim a mountpoint, the one that is named after it: the other received it. */
  private static Dataset atItsPlace(Dataset one, Dataset other) {
    boolean named =
        one.mountpoint().filter(mount -> trimSlash(mount).equals("/mnt/" + one.id())).isPresent();
    boolean otherNamed =
        other
            .mountpoint()
            .filter(mount -> trimSlash(mount).equals("/mnt/" + other.id()))
            .isPresent();
    if (named != otherNamed) {
      return named ? one : other;
    }
    return one.id().compareTo(other.id()) <= 0 ? one : other;
  }

  private void indexVolumeNames() {
    byId.values()
        .forEach(d -> CsiMarks.volumeName(d, parent(d)).ifPresent(n -> append(byVolumeName, n, d)));
  }

  private void add(NfsShare share) {
    share.paths().stream()
        .map(NasIndex::trimSlash)
        .distinct()
        .forEach(path -> append(nfsByPath, path, share));
  }

  public String nas() {
    return nas;
  }

  public Collection<Dataset> datasets() {
    return byId.values();
  }

  public Optional<Dataset> dataset(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Dataset> parent(Dataset dataset) {
    return dataset.parent().flatMap(this::dataset);
  }

  /** The datasets directly below this one. */
  public List<Dataset> children(Dataset dataset) {
    return byParent.getOrDefault(dataset.id(), List.of());
  }

  /** Whether a pool's datasets were listed, and not just the roots of the pools. */
  public boolean lists(Pool pool) {
    return pool.readable() && byId.containsKey(pool.name()) && !byParent.isEmpty();
  }

  /**
   * The dataset mounted at exactly this path. Falls back to the path below {@code /mnt/} read as an
   * id, because a locked dataset may not say where it is mounted.
   */
  public Optional<Dataset> mountedAt(String path) {
    String trimmed = trimSlash(path);
    Optional<Dataset> mounted = Optional.ofNullable(byMountpoint.get(trimmed));
    if (mounted.isPresent() || !trimmed.startsWith("/mnt/")) {
      return mounted;
    }
    return dataset(trimmed.substring("/mnt/".length())).filter(d -> d.mountpoint().isEmpty());
  }

  /** The dataset whose mountpoint is the longest prefix of the path. */
  public Optional<Dataset> holding(String path) {
    String candidate = trimSlash(path);
    while (!candidate.isEmpty()) {
      Dataset dataset = byMountpoint.get(candidate);
      if (dataset != null) {
        return Optional.of(dataset);
      }
      candidate = candidate.substring(0, Math.max(candidate.lastIndexOf('/'), 0));
    }
    return Optional.empty();
  }

  public List<Dataset> withLeaf(String leaf) {
    return byLeaf.getOrDefault(leaf, List.of());
  }

  /** Datasets that a driver itself marked with this CSI volume name. */
  public List<Dataset> withVolumeName(String volumeName) {
    return byVolumeName.getOrDefault(volumeName, List.of());
  }

  public Optional<Pool> pool(String name) {
    return Optional.ofNullable(pools.get(name));
  }

  public Collection<Pool> pools() {
    return pools.values();
  }

  /** Every share of exactly this path, by id: one may be exported to several networks. */
  public List<NfsShare> nfsShares(String path) {
    return nfsByPath.getOrDefault(trimSlash(path), List.of()).stream()
        .sorted(Comparator.comparing(NfsShare::id))
        .toList();
  }

  /** Every share of exactly the dataset's mountpoint, by id. */
  public List<NfsShare> nfsShares(Dataset dataset) {
    return dataset.mountpoint().map(this::nfsShares).orElse(List.of());
  }

  public Optional<SmbShare> smbShare(String name) {
    return Optional.ofNullable(smbByName.get(lower(name)));
  }

  public Optional<IscsiTarget> target(String name) {
    return Optional.ofNullable(targets.get(lower(name)));
  }

  public Collection<IscsiTarget> targets() {
    return targets.values();
  }

  /** The zvols a target shows under any LUN, by id, whether they exist or not. */
  public List<String> zvolIds(IscsiTarget target) {
    return zvolIds(extentsOfTarget.getOrDefault(target.id(), List.of()).stream());
  }

  /** The zvols a target shows under a LUN, by id, whether they exist or not. */
  List<String> zvolIds(IscsiTarget target, long lun) {
    return zvolIds(
        extentsOfTarget.getOrDefault(target.id(), List.of()).stream()
            .filter(te -> te.lun() == lun));
  }

  private List<String> zvolIds(Stream<IscsiTargetExtent> shown) {
    return shown
        .flatMap(te -> Stream.ofNullable(extents.get(te.extent())))
        .flatMap(extent -> extent.dataset().stream())
        .distinct()
        .toList();
  }

  /** The zvols an NVMe subsystem shows under a namespace id, whether they exist or not. */
  List<String> zvolIds(String nqn, long nsid) {
    return namespaces.getOrDefault(nqn, List.of()).stream()
        .filter(ns -> ns.nsid() == nsid)
        .flatMap(ns -> ns.dataset().stream())
        .distinct()
        .toList();
  }

  private static String trimSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
