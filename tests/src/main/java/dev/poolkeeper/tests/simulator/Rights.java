package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.stream.Stream;

/** What the holder of an API key may do. */
public enum Rights {
  /** Reads everything: READONLY_ADMIN, or a key with an allow-list of GETs. */
  READ_ONLY,
  /** Reads pools, datasets, snapshots and shares, but no tasks, alerts and system facts. */
  LIMITED,
  /** May log in and nothing else. */
  NONE,
  FULL_ADMIN,
  /** Reads everything and changes shares, datasets and snapshots: what an executor should be. */
  EXECUTOR;

  private static final List<String> EXECUTOR_ROLES =
      List.of(
          "SHARING_NFS_WRITE",
          "SHARING_SMB_WRITE",
          "SHARING_ISCSI_WRITE",
          "SHARING_NVME_TARGET_WRITE",
          "DATASET_WRITE",
          "DATASET_DELETE",
          "SNAPSHOT_DELETE",
          "ZFS_RESOURCE_DELETE");

  private static final List<String> STORAGE_ROLES =
      List.of("POOL_READ", "DATASET_READ", "SNAPSHOT_READ", "SHARING_READ", "ZFS_RESOURCE_READ");

  /** Whether a call that needs a role goes through; an empty role needs a login only. */
  boolean allow(String role) {
    return switch (this) {
      case FULL_ADMIN -> true;
      case READ_ONLY -> role.isEmpty() || role.endsWith("_READ") || role.equals("READONLY_ADMIN");
      case LIMITED -> role.isEmpty() || STORAGE_ROLES.contains(role);
      case NONE -> role.isEmpty();
      case EXECUTOR -> READ_ONLY.allow(role) || EXECUTOR_ROLES.contains(role);
    };
  }

  /** The roles that {@code auth.me} names. */
  List<String> roles() {
    return switch (this) {
      case FULL_ADMIN -> List.of("FULL_ADMIN");
      case READ_ONLY ->
          List.of(
              "READONLY_ADMIN",
              "POOL_READ",
              "DATASET_READ",
              "SNAPSHOT_READ",
              "SNAPSHOT_TASK_READ",
              "REPLICATION_TASK_READ",
              "SHARING_READ",
              "SHARING_NFS_READ",
              "SHARING_SMB_READ",
              "SHARING_ISCSI_READ",
              "SHARING_NVME_TARGET_READ",
              "ZFS_RESOURCE_READ",
              "ALERT_LIST_READ",
              "REPORTING_READ");
      case LIMITED -> STORAGE_ROLES;
      case NONE -> List.of();
      case EXECUTOR -> Stream.concat(READ_ONLY.roles().stream(), EXECUTOR_ROLES.stream()).toList();
    };
  }
}
