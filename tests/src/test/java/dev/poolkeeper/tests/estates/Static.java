package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes written by hand, in-tree ones, and many volumes in one dataset. */
final class Static {

  private final Draft draft;

  Static(Draft draft) {
    this.draft = draft;
  }

  static ClaimReference claim(Draft draft) {
    return new ClaimReference("by-hand", "claim-" + draft.chance.hex(8), draft.chance.uid());
  }

  /** The volume with its claim and a user of it. */
  static void bind(Draft draft, PersistentVolume volume) {
    draft.add(volume);
    draft.add(ClusterRows.claimOf(volume));
    ClaimReference claim = volume.claim().orElseThrow();
    Users.use(draft, volume.cluster(), claim.namespace(), claim.name(), volume.name());
  }

  /** Static volumes of one cluster on one NAS. */
  void make(String cluster, Nas nas) {
    String pool = draft.chance.one(nas.pools());
    String shared = pool + "/shared-" + draft.chance.hex(4);
    Containers.path(draft, nas, shared);
    for (int i = draft.chance.between(1, 4); i > 0; i--) {
      draft.countVolume();
      bind(draft, written(cluster, inside(nas, shared, "v/pvc-" + draft.chance.uid())));
    }
    draft.countVolume();
    bind(draft, written(cluster, inTree(nas, shared)));
    block(cluster, nas, pool);
    inline(cluster, nas, shared);
    draft.countVolume();
    draft.add(
        ClusterRows.written(
            cluster,
            "free-" + draft.chance.hex(8),
            "Available",
            Optional.empty(),
            inTree(nas, shared + "/free")));
  }

  private PersistentVolume written(String cluster, VolumeSource source) {
    String name = "static-" + draft.chance.hex(8);
    return ClusterRows.written(cluster, name, "Bound", Optional.of(claim(draft)), source);
  }

  /** As nfs-client, smb-client and csi-driver-nfs keep volumes: directories of one dataset. */
  private VolumeSource inside(Nas nas, String dataset, String directory) {
    String path = "/mnt/" + dataset + "/" + directory;
    String handle = directory.substring(directory.lastIndexOf('/') + 1);
    return draft.chance.in(50)
        ? VolumeSource.csi(
            "org.democratic-csi.nfs-client",
            handle,
            Map.of("provisioner_driver", "nfs-client", "server", nas.address(), "share", path))
        : VolumeSource.csi(
            "nfs.csi.k8s.io", handle, Map.of("server", nas.address(), "share", path));
  }

  private static VolumeSource inTree(Nas nas, String dataset) {
    return new VolumeSource(
        "nfs", "", "", Map.of("server", nas.address(), "share", "/mnt/" + dataset + "/"));
  }

  /** A zvol that a person made and wrote into a volume. */
  private void block(String cluster, Nas nas, String pool) {
    draft.countVolume();
    String name = "db-" + draft.chance.hex(6);
    String zvol = pool + "/" + name;
    draft.add(
        NasRows.dataset(
            nas, zvol, true, draft.old(), Optional.empty(), Map.of(), draft.chance.bytes()));
    ServiceRows.target(draft, nas, name, zvol);
    Map<String, String> at =
        Map.of("portal", nas.address() + ":3260", "iqn", nas.basename() + ":" + name, "lun", "0");
    bind(
        draft,
        written(
            cluster,
            draft.chance.in(50)
                ? new VolumeSource("iscsi", "", "", at)
                : VolumeSource.csi("org.democratic-csi.node-manual", "any-" + name, at)));
  }

  /** Written straight into a pod: no volume object knows of it. */
  private void inline(String cluster, Nas nas, String shared) {
    String dataset = shared + "/inline";
    Containers.path(draft, nas, dataset);
    Users.pod(
        draft, cluster, "by-hand", "inline-" + draft.chance.hex(6), List.of(inTree(nas, dataset)));
  }
}
