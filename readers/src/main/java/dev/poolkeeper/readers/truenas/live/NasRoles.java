package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The roles of a key's user, told over JSON-RPC only.
 *
 * <p>Source: truenas-contract §1.2 and the roles of the methods of §3.
 */
final class NasRoles {

  private static final String EVERYTHING = "FULL_ADMIN";

  /** What a role of its own stands for, in releases that do not spell it out. */
  private static final Map<String, String> PART_OF =
      Map.of(
          "SHARING_NFS_WRITE", "SHARING_WRITE",
          "SHARING_SMB_WRITE", "SHARING_WRITE",
          "SHARING_ISCSI_WRITE", "SHARING_WRITE",
          "SHARING_NVME_TARGET_WRITE", "SHARING_WRITE",
          "DATASET_READ", "READONLY_ADMIN",
          "SNAPSHOT_READ", "READONLY_ADMIN",
          "SHARING_READ", "READONLY_ADMIN",
          "POOL_READ", "READONLY_ADMIN");

  private NasRoles() {}

  /** The names that {@code auth.me} tells. */
  static Set<String> held(Connection nas) {
    JsonNode roles = nas.small(NasCall.of("auth.me")).path("privilege").path("roles");
    JsonNode list = roles.isArray() ? roles : roles.path("$set");
    TreeSet<String> names = new TreeSet<>();
    list.values().forEach(role -> Values.text(role).ifPresent(names::add));
    return names;
  }

  /** What an executor needs and does not have. */
  static List<String> missing(Set<String> held, TrueNasRelease release) {
    if (held.contains(EVERYTHING)) {
      return List.of();
    }
    return needed(release).stream()
        .filter(role -> !held.contains(role) && !held.contains(PART_OF.getOrDefault(role, role)))
        .toList();
  }

  private static List<String> needed(TrueNasRelease release) {
    List<String> needed =
        new ArrayList<>(
            List.of(
                "POOL_READ",
                "DATASET_READ",
                "SNAPSHOT_READ",
                "SHARING_READ",
                "SHARING_NFS_WRITE",
                "SHARING_SMB_WRITE",
                "SHARING_ISCSI_WRITE",
                "DATASET_WRITE",
                "DATASET_DELETE",
                "SNAPSHOT_DELETE"));
    if (release.atLeast(TrueNasRelease.GOLDEYE)) {
      needed.add("SHARING_NVME_TARGET_WRITE");
    }
    if (release.atLeast(TrueNasRelease.TWENTY_SIX)) {
      needed.add("ZFS_RESOURCE_DELETE");
    }
    return needed;
  }
}
