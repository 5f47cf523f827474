package dev.poolkeeper.tests.estates;

import java.util.EnumSet;
import java.util.Set;

/** What an estate may be made of. A failing estate is made smaller by leaving them out. */
enum Feature {
  ISCSI,
  SMB,
  NVMEOF,
  ZFS_GENERIC,
  TRUENAS_CSI,
  TNS_CSI,
  SEVERAL_CLUSTERS,
  SEVERAL_SYSTEMS,
  CORE,
  TEMPLATES,
  LEARNT_ADDRESSES,
  SHARED_PARENTS,
  WORKLOADS,
  SNAPSHOTS,
  CLONES,
  DETACHED,
  REPLICAS,
  STRANGERS,
  STATIC,
  FOREIGN,
  PEOPLE,
  HIDDEN_POOLS,
  RENAMED,
  IN_FLIGHT,
  SESSIONS,
  KEPT,
  VOLUME_LEAKS,
  SERVICE_LEAKS,
  SNAPSHOT_LEAKS,
  CLUSTER_LEAKS,
  WRONG_DATA;

  static Set<Feature> all() {
    return EnumSet.allOf(Feature.class);
  }
}
