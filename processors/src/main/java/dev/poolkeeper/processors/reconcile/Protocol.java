package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.List;

/** How a volume reaches its node. */
public enum Protocol {
  NFS,
  SMB,
  ISCSI,
  NVMEOF,
  UNKNOWN;

  /** The parts of a NAS inventory that must be complete before a missing chain means anything. */
  public List<ObjectKind> parts() {
    return switch (this) {
      case NFS -> List.of(ObjectKind.NFS_SHARE);
      case SMB -> List.of(ObjectKind.SMB_SHARE);
      case ISCSI ->
          List.of(ObjectKind.ISCSI_TARGET, ObjectKind.ISCSI_EXTENT, ObjectKind.ISCSI_TARGET_EXTENT);
      case NVMEOF -> List.of(ObjectKind.NVME_SUBSYSTEM, ObjectKind.NVME_NAMESPACE);
      case UNKNOWN -> List.of();
    };
  }
}
