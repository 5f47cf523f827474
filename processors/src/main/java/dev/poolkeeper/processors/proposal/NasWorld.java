package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsClient;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.NvmeSession;
import dev.poolkeeper.processors.inventory.NvmeSubsystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What serves the datasets of all NAS systems, and who is connected. Indexed once; lists by id. */
final class NasWorld {

  private final Reconciliation join;
  private final Map<String, NavigableMap<String, List<Dataset>>> mounts = new HashMap<>();
  private final Map<String, List<NfsShare>> nfs;
  private final Map<String, List<SmbShare>> smb;
  private final Map<String, List<IscsiExtent>> extentsOf;
  private final Map<String, IscsiExtent> extents = new HashMap<>();
  private final Map<String, IscsiTarget> targets = new HashMap<>();
  private final Map<String, List<IscsiTargetExtent>> linksOfExtent;
  private final Map<String, List<IscsiTargetExtent>> linksOfTarget;
  private final Map<String, List<IscsiSession>> sessions = new HashMap<>();
  private final Map<String, List<NvmeNamespace>> namespacesOf;
  private final Map<String, List<NvmeSession>> nvmeSessions;
  private final Map<String, NvmeSubsystem> subsystems = new HashMap<>();
  private final Map<String, List<NfsClient>> clients;

  NasWorld(Night night) {
    join = night.join();
    mount(night);
    List<NfsShare> nfsShares = night.all(ObjectKind.NFS_SHARE, NfsShare.class);
    nfs = by(nfsShares, NfsShare::nas, NfsShare::id);
    List<SmbShare> smbShares = night.all(ObjectKind.SMB_SHARE, SmbShare.class);
    smb = by(smbShares, SmbShare::nas, SmbShare::id);
    List<IscsiExtent> all = night.all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class);
    all.forEach(extent -> extents.put(key(extent.nas(), extent.id()), extent));
    extentsOf = by(all, e -> key(e.nas(), e.dataset().orElse("")), IscsiExtent::id);
    night
        .all(ObjectKind.ISCSI_TARGET, IscsiTarget.class)
        .forEach(target -> targets.put(key(target.nas(), target.id()), target));
    List<IscsiTargetExtent> links =
        night.all(ObjectKind.ISCSI_TARGET_EXTENT, IscsiTargetExtent.class);
    linksOfExtent = by(links, l -> key(l.nas(), l.extent()), IscsiTargetExtent::id);
    linksOfTarget = by(links, l -> key(l.nas(), l.target()), IscsiTargetExtent::id);
    logIn(night);
    namespacesOf =
        by(
            night.all(ObjectKind.NVME_NAMESPACE, NvmeNamespace.class),
            n -> key(n.nas(), n.dataset().orElse("")),
            NvmeNamespace::id);
    nvmeSessions =
        by(
            night.all(ObjectKind.NVME_SESSION, NvmeSession.class),
            s -> key(s.nas(), s.subsystem()),
            s -> 0);
    night
        .all(ObjectKind.NVME_SUBSYSTEM, NvmeSubsystem.class)
        .forEach(subsystem -> subsystems.put(key(subsystem.nas(), subsystem.nqn()), subsystem));
    clients = by(night.all(ObjectKind.NFS_CLIENT, NfsClient.class), NfsClient::nas, c -> 0);
  }

  private void mount(Night night) {
    for (Dataset dataset : night.all(ObjectKind.DATASET, Dataset.class)) {
      dataset
          .mountpoint()
          .ifPresent(
              mount ->
                  mounts
                      .computeIfAbsent(dataset.nas(), n -> new TreeMap<>())
                      .computeIfAbsent(trimmed(mount), m -> new ArrayList<>(1))
                      .add(dataset));
    }
  }

  private void logIn(Night night) {
    night.all(ObjectKind.ISCSI_SESSION, IscsiSession.class).stream()
        .sorted(Comparator.comparing(IscsiSession::subject))
        .forEach(
            session ->
                names(session.targetIqn().toLowerCase(Locale.ROOT))
                    .forEach(
                        name ->
                            sessions
                                .computeIfAbsent(key(session.nas(), name), k -> new ArrayList<>(1))
                                .add(session)));
  }

  private static <T extends InventoryObject> Map<String, List<T>> by(
      List<T> objects, Function<T, String> key, ToLongFunction<T> id) {
    Map<String, List<T>> map = new HashMap<>();
    objects.stream()
        .sorted(Comparator.comparingLong(id).thenComparing(InventoryObject::subject))
        .forEach(o -> map.computeIfAbsent(key.apply(o), k -> new ArrayList<>(1)).add(o));
    return map;
  }

  private static String key(String nas, Object what) {
    return nas + ":" + what;
  }

  /** The IQN and what follows each of its colons: a target's name may have colons itself. */
  private static List<String> names(String iqn) {
    List<String> names = new ArrayList<>();
    names.add(iqn);
    for (int colon = iqn.indexOf(':'); colon >= 0; colon = iqn.indexOf(':', colon + 1)) {
      names.add(iqn.substring(colon + 1));
    }
    return names;
  }

  /** Shares with a path at the dataset's mountpoint or below it. */
  List<NfsShare> nfsShares(Dataset dataset) {
    return nfs.getOrDefault(dataset.nas(), List.of()).stream()
        .filter(share -> share.paths().stream().anyMatch(path -> inside(dataset, path)))
        .toList();
  }

  List<SmbShare> smbShares(Dataset dataset) {
    return smb.getOrDefault(dataset.nas(), List.of()).stream()
        .filter(share -> inside(dataset, share.path()))
        .toList();
  }

  /** Entries of the mount table for the dataset's mountpoint, or for what lies below it. */
  List<NfsClient> clients(Dataset dataset) {
    return clients.getOrDefault(dataset.nas(), List.of()).stream()
        .filter(client -> inside(dataset, client.export()))
        .toList();
  }

  /** Entries of the mount table for one path. */
  List<NfsClient> clients(String nas, String path) {
    return clients.getOrDefault(nas, List.of()).stream()
        .filter(client -> below(client.export(), path))
        .toList();
  }

  /** Whether a path is the dataset's mountpoint or below it. */
  static boolean inside(Dataset dataset, String path) {
    return dataset.mountpoint().filter(mount -> below(path, mount)).isPresent();
  }

  /**
   * Whether what lies at a path inside the dataset is the dataset's own: another may be mounted
   * there.
   */
  boolean serves(Dataset dataset, String path) {
    return inside(dataset, path)
        && holding(dataset.nas(), path).filter(dataset::equals).isPresent();
  }

  /** The dataset in which a path lies. */
  Optional<Dataset> holding(String nas, String path) {
    return join.nas(nas).holding(path);
  }

  /** The dataset that is mounted at a path. */
  Optional<Dataset> mountedAt(String nas, String path) {
    return join.nas(nas).mountedAt(path);
  }

  Optional<Dataset> dataset(String nas, String id) {
    return join.nas(nas).dataset(id);
  }

  /** Datasets that are mounted inside this one, and are not below it by their names. */
  Stream<Dataset> mountedInside(Dataset dataset) {
    NavigableMap<String, List<Dataset>> here = mounts.get(dataset.nas());
    if (here == null || dataset.mountpoint().isEmpty()) {
      return Stream.empty();
    }
    // '0' is what follows '/'
    String at = trimmed(dataset.mountpoint().get());
    return here.subMap(at + "/", true, at + "0", false).values().stream()
        .flatMap(List::stream)
        .filter(other -> !other.id().startsWith(dataset.id() + "/"))
        .sorted(Comparator.comparing(Dataset::id));
  }

  private static String trimmed(String path) {
    return path.replaceFirst("/+$", "");
  }

  private static boolean below(String path, String mount) {
    String at = trimmed(mount);
    return path.equals(at) || path.startsWith(at + "/");
  }

  /** The extents that lead to a zvol. */
  List<IscsiExtent> extents(Dataset zvol) {
    return extentsOf.getOrDefault(key(zvol.nas(), zvol.id()), List.of());
  }

  Optional<IscsiExtent> extent(String nas, long id) {
    return Optional.ofNullable(extents.get(key(nas, id)));
  }

  Optional<IscsiTarget> target(String nas, long id) {
    return Optional.ofNullable(targets.get(key(nas, id)));
  }

  List<IscsiTargetExtent> links(IscsiExtent extent) {
    return linksOfExtent.getOrDefault(key(extent.nas(), extent.id()), List.of());
  }

  List<IscsiTargetExtent> links(IscsiTarget target) {
    return linksOfTarget.getOrDefault(key(target.nas(), target.id()), List.of());
  }

  List<IscsiSession> sessions(IscsiTarget target) {
    return sessions.getOrDefault(
        key(target.nas(), target.name().toLowerCase(Locale.ROOT)), List.of());
  }

  List<NvmeNamespace> namespaces(Dataset zvol) {
    return namespacesOf.getOrDefault(key(zvol.nas(), zvol.id()), List.of());
  }

  List<NvmeSession> sessions(NvmeNamespace namespace) {
    NvmeSubsystem subsystem = subsystems.get(key(namespace.nas(), namespace.nqn()));
    return subsystem == null
        ? List.of()
        : nvmeSessions.getOrDefault(key(subsystem.nas(), subsystem.id()), List.of());
  }
}
