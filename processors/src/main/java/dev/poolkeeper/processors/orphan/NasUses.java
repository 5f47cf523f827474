package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.NvmeSession;
import dev.poolkeeper.processors.inventory.NvmeSubsystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PathUser;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who uses a dataset on the appliance itself, whatever the clusters say. Each of them protects: a
 * live iSCSI session or NVMe-oF connection; the disk or file of a virtual machine; an app's mount;
 * a cloud sync or rsync task of a folder in it; a receive that was broken off and may be resumed.
 *
 * <p>Only the innermost dataset around a path is meant: whoever mounts the folder of all volumes
 * says nothing about one of them. SMB connections are not asked about: the shape of {@code
 * smb.status} differs from release to release, and a volume's own share protects nothing anyway.
 */
final class NasUses {

  /** Lists without which a dataset cannot be called unused. */
  static final List<ObjectKind> LISTS =
      List.of(
          ObjectKind.ISCSI_SESSION,
          ObjectKind.NVME_SESSION,
          ObjectKind.VM_DEVICE,
          ObjectKind.APP,
          ObjectKind.CLOUD_SYNC_TASK,
          ObjectKind.RSYNC_TASK);

  private final Night night;

  /** Users by dataset, as {@code nas:id}. */
  private final Map<String, String> users = new HashMap<>();

  NasUses(Night night) {
    this.night = night;
    noteIscsiSessions();
    noteNvmeSessions();
    for (ObjectKind kind : PathUser.KINDS) {
      all(kind, PathUser.class).forEach(this::note);
    }
    for (String nas : night.completeness().estate().nas()) {
      night.join().nas(nas).datasets().forEach(this::noteReceive);
    }
  }

  private <T extends InventoryObject> List<T> all(ObjectKind kind, Class<T> type) {
    return night.inventory().all(kind, type);
  }

  private static String key(String nas, String name) {
    return nas + ":" + name.toLowerCase(Locale.ROOT);
  }

  private void note(String nas, String id, String by) {
    users.merge(key(nas, id), by, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  private void noteIscsiSessions() {
    Map<String, String> datasetByExtent = new HashMap<>();
    for (IscsiExtent extent : all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class)) {
      extent.dataset().ifPresent(d -> datasetByExtent.put(key(extent.nas(), extent.name()), d));
    }
    for (IscsiSession session : all(ObjectKind.ISCSI_SESSION, IscsiSession.class)) {
      NasIndex nas = night.join().nas(session.nas());
      List<String> names = names(session.targetIqn());
      Optional<IscsiTarget> target =
          names.stream().flatMap(name -> nas.target(name).stream()).findFirst();
      Stream.concat(
              target.stream().flatMap(t -> nas.zvolIds(t).stream()),
              names.stream()
                  .flatMap(n -> Stream.ofNullable(datasetByExtent.get(key(session.nas(), n)))))
          .forEach(id -> note(session.nas(), id, "session of " + session.initiator()));
    }
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

  private void noteNvmeSessions() {
    Map<String, String> nqns = new HashMap<>();
    for (NvmeSubsystem subsystem : all(ObjectKind.NVME_SUBSYSTEM, NvmeSubsystem.class)) {
      nqns.put(subsystem.nas() + ":" + subsystem.id(), subsystem.nas() + ":" + subsystem.nqn());
    }
    Map<String, String> hosts = new HashMap<>();
    for (NvmeSession session : all(ObjectKind.NVME_SESSION, NvmeSession.class)) {
      String nqn = nqns.get(session.nas() + ":" + session.subsystem());
      if (nqn != null) {
        hosts.merge(nqn, session.host(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    for (NvmeNamespace namespace : all(ObjectKind.NVME_NAMESPACE, NvmeNamespace.class)) {
      String host = hosts.get(namespace.nas() + ":" + namespace.nqn());
      if (host != null) {
        namespace.dataset().ifPresent(id -> note(namespace.nas(), id, "session of " + host));
      }
    }
  }

  private void note(PathUser user) {
    String by = user.subject() + (user.name().isEmpty() ? "" : " (" + user.name() + ")");
    user.zvols().forEach(id -> note(user.nas(), id, by));
    NasIndex nas = night.join().nas(user.nas());
    user.paths().stream()
        .flatMap(path -> nas.holding(path).stream())
        .forEach(dataset -> note(user.nas(), dataset.id(), by));
  }

  /** What ZFS keeps of a broken receive is a child named {@code %recv}, as no dataset may be. */
  private void noteReceive(Dataset dataset) {
    int mark = dataset.id().indexOf("%recv");
    if (mark > 0) {
      String id = dataset.id().substring(0, mark);
      note(dataset.nas(), id.replaceFirst("/$", ""), "a receive that was broken off");
      note(dataset.nas(), dataset.id(), "a receive that was broken off");
    }
  }

  /** Who uses the dataset; empty when nobody is known to. */
  Optional<String> of(Dataset dataset) {
    return Optional.ofNullable(users.get(key(dataset.nas(), dataset.id())));
  }
}
