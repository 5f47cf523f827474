package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.SmbShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One NAS, ready to be asked: dataset by id, mountpoint, leaf and mark; share, target, extent. */
public final class NasIndex {

  private final String nas;
  private final Map<String, Dataset> byId = new LinkedHashMap<>();
  private final Map<String, Dataset> byMountpoint = new HashMap<>();
  private final Map<String, List<Dataset>> byLeaf = new HashMap<>();
  private final Map<String, List<Dataset>> byVolumeName = new HashMap<>();
  private final Map<String, Pool> pools = new HashMap<>();
  private final Map<String, NfsShare> nfsByPath = new HashMap<>();
  private final Map<String, SmbShare> smbByName = new HashMap<>();
  private final Map<String, IscsiTarget> targets = new HashMap<>();
  private final Map<Long, List<IscsiTargetExtent>> extentsOfTarget = new HashMap<>();
  private final Map<Long, IscsiExtent> extents = new HashMap<>();
  private final Map<String, List<NvmeNamespace>> namespaces = new HashMap<>();

  private NasIndex(String nas) {
    this.nas = nas;
  }

  /** One index per registered NAS, by name. */
  public static Map<String, NasIndex> of(Inventory inventory) {
    Map<String, NasIndex> all = new LinkedHashMap<>();
    inventory.estate().nas().forEach(nas -> all.put(nas, new NasIndex(nas)));
    inventory
        .all(ObjectKind.POOL, Pool.class)
        .forEach(p -> all.get(p.nas()).pools.put(p.name(), p));
    inventory.all(ObjectKind.DATASET, Dataset.class).forEach(d -> all.get(d.nas()).add(d));
    all.values().forEach(NasIndex::indexVolumeNames);
    inventory.all(ObjectKind.NFS_SHARE, NfsShare.class).forEach(s -> all.get(s.nas()).add(s));
    inventory
        .all(ObjectKind.SMB_SHARE, SmbShare.class)
        .forEach(s -> all.get(s.nas()).smbByName.put(lower(s.name()), s));
    inventory
        .all(ObjectKind.ISCSI_TARGET, IscsiTarget.class)
        .forEach(t -> all.get(t.nas()).targets.put(lower(t.name()), t));
    inventory
        .all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class)
        .forEach(e -> all.get(e.nas()).extents.put(e.id(), e));
    inventory
        .all(ObjectKind.ISCSI_TARGET_EXTENT, IscsiTargetExtent.class)
        .forEach(te -> append(all.get(te.nas()).extentsOfTarget, te.target(), te));
    inventory
        .all(ObjectKind.NVME_NAMESPACE, NvmeNamespace.class)
        .forEach(ns -> append(all.get(ns.nas()).namespaces, ns.nqn(), ns));
    return all;
  }

  private static <K, V> void append(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
  }

  private void add(Dataset dataset) {
    byId.put(dataset.id(), dataset);
    dataset.mountpoint().ifPresent(mount -> byMountpoint.put(trimSlash(mount), dataset));
    append(byLeaf, dataset.leaf(), dataset);
  }

  private void indexVolumeNames() {
    byId.values()
        .forEach(d -> CsiMarks.volumeName(d, parent(d)).ifPresent(n -> append(byVolumeName, n, d)));
  }

  private void add(NfsShare share) {
    share.paths().forEach(path -> nfsByPath.put(trimSlash(path), share));
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

  public Optional<NfsShare> nfsShare(String path) {
    return Optional.ofNullable(nfsByPath.get(trimSlash(path)));
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

  /** The zvols a target shows under a LUN. */
  public List<Dataset> zvolsBehind(IscsiTarget target, long lun) {
    return extentsOfTarget.getOrDefault(target.id(), List.of()).stream()
        .filter(te -> te.lun() == lun)
        .map(te -> Optional.ofNullable(extents.get(te.extent())))
        .flatMap(Optional::stream)
        .flatMap(extent -> extent.dataset().flatMap(this::dataset).stream())
        .distinct()
        .toList();
  }

  /** The zvols an NVMe subsystem shows under a namespace id. */
  public List<Dataset> zvolsBehind(String nqn, long nsid) {
    return namespaces.getOrDefault(nqn, List.of()).stream()
        .filter(ns -> ns.nsid() == nsid)
        .flatMap(ns -> ns.dataset().flatMap(this::dataset).stream())
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
