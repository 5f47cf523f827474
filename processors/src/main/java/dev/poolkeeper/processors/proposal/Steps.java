package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One step per kind of object, with what tells the object from a later one of its name. */
final class Steps {

  private static final String NONE = "-";

  private Steps() {}

  static Step delete(NfsShare share) {
    Facts facts = new Facts().with(Expectation.ID, share.id());
    if (!share.paths().isEmpty()) {
      facts.with(Expectation.PATH, share.paths().get(0));
    }
    return quarantine(Action.DELETE_NFS_SHARE, share.subject(), facts);
  }

  static Step delete(SmbShare share) {
    return quarantine(
        Action.DELETE_SMB_SHARE,
        share.subject(),
        new Facts()
            .with(Expectation.ID, share.id())
            .with(Expectation.NAME, share.name())
            .with(Expectation.PATH, share.path()));
  }

  static Step delete(IscsiTargetExtent link) {
    return quarantine(
        Action.DELETE_TARGET_EXTENT,
        link.subject(),
        new Facts()
            .with(Expectation.ID, link.id())
            .with(Expectation.TARGET, link.target())
            .with(Expectation.EXTENT, link.extent())
            .with(Expectation.LUN, link.lun()));
  }

  static Step delete(IscsiExtent extent) {
    return quarantine(
        Action.DELETE_ISCSI_EXTENT,
        extent.subject(),
        new Facts()
            .with(Expectation.ID, extent.id())
            .with(Expectation.NAME, extent.name())
            .with(Expectation.DATASET, extent.dataset().orElse(NONE)));
  }

  static Step delete(IscsiTarget target) {
    return quarantine(
        Action.DELETE_ISCSI_TARGET,
        target.subject(),
        new Facts().with(Expectation.ID, target.id()).with(Expectation.NAME, target.name()));
  }

  static Step delete(NvmeNamespace namespace) {
    return quarantine(
        Action.DELETE_NVME_NAMESPACE,
        namespace.subject(),
        new Facts()
            .with(Expectation.ID, namespace.id())
            .with(Expectation.NQN, namespace.nqn())
            .with(Expectation.DATASET, namespace.dataset().orElse(NONE)));
  }

  static Step mark(Dataset dataset) {
    return quarantine(Action.MARK_DATASET, dataset.subject(), identity(dataset));
  }

  static Step readOnly(Dataset dataset) {
    return quarantine(Action.MAKE_READ_ONLY, dataset.subject(), identity(dataset));
  }

  static Step destroy(ZfsSnapshot snapshot) {
    Facts facts = new Facts().withTime(Expectation.CREATED, snapshot.createdAt());
    snapshot.createTxg().ifPresent(txg -> facts.with(Expectation.CREATE_TXG, txg));
    return new Step(Stage.DESTROY, Action.DESTROY_SNAPSHOT, snapshot.subject(), facts.map());
  }

  static Step destroy(Dataset dataset) {
    return new Step(
        Stage.DESTROY, Action.DESTROY_DATASET, dataset.subject(), identity(dataset).map());
  }

  static Step delete(PersistentVolume volume) {
    return quarantine(
        Action.DELETE_PERSISTENT_VOLUME,
        volume.subject(),
        new Facts()
            .with(Expectation.UID, volume.uid())
            .with(Expectation.PHASE, volume.phase())
            .with(Expectation.POLICY, volume.reclaimPolicy())
            .with(Expectation.HANDLE, volume.source().handle()));
  }

  static Step delete(VolumeSnapshot snapshot) {
    return quarantine(
        Action.DELETE_VOLUME_SNAPSHOT,
        snapshot.subject(),
        new Facts().with(Expectation.UID, snapshot.uid()));
  }

  static Step deleteObject(VolumeSnapshotContent content) {
    return quarantine(Action.DELETE_SNAPSHOT_CONTENT, content.subject(), identity(content));
  }

  static Step deleteWithSnapshot(VolumeSnapshotContent content) {
    return new Step(
        Stage.DESTROY,
        Action.DELETE_CONTENT_AND_SNAPSHOT,
        content.subject(),
        identity(content).map());
  }

  private static Facts identity(Dataset dataset) {
    return new Facts()
        .with(Expectation.TYPE, dataset.type() == DatasetType.VOLUME ? "volume" : "filesystem")
        .with(Expectation.ORIGIN, dataset.origin().orElse(NONE))
        .withTime(Expectation.CREATED, dataset.createdAt());
  }

  private static Facts identity(VolumeSnapshotContent content) {
    Facts facts =
        new Facts()
            .with(Expectation.POLICY, content.deletionPolicy())
            .withTime(Expectation.CREATED, Optional.of(content.createdAt()));
    content.handle().ifPresent(handle -> facts.with(Expectation.HANDLE, handle));
    return facts;
  }

  private static Step quarantine(Action action, Subject target, Facts facts) {
    return new Step(Stage.QUARANTINE, action, target, facts.map());
  }

  private static final class Facts {
    private final SortedMap<String, String> map = new TreeMap<>();

    Facts with(String name, Object value) {
      map.put(name, value.toString());
      return this;
    }

    Facts withTime(String name, Optional<Instant> time) {
      time.ifPresent(t -> map.put(name, Long.toString(t.getEpochSecond())));
      return this;
    }

    SortedMap<String, String> map() {
      return map;
    }
  }
}
