package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.VolumeStats;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.UnreadableRow;
import dev.poolkeeper.readers.json.Values;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads one kubelet's {@code /stats/summary}: the volumes of its pods that belong to a claim. */
public final class VolumeStatsMapper {

  private VolumeStatsMapper() {}

  public static List<VolumeStats> map(Row row) {
    if (!row.at("pods").isArray()) {
      throw new UnreadableRow(
          "an object without pods, so no answer of /stats/summary",
          "it was skipped; store what /api/v1/nodes/NODE/proxy/stats/summary answers");
    }
    return row.at("pods").values().stream()
        .flatMap(pod -> pod.path("volume").values().stream())
        .flatMap(volume -> stats(row.source(), volume).stream())
        .toList();
  }

  private static Optional<VolumeStats> stats(String cluster, JsonNode volume) {
    Optional<String> namespace = Values.text(volume.path("pvcRef").path("namespace"));
    Optional<String> claim = Values.text(volume.path("pvcRef").path("name"));
    if (namespace.isEmpty() || claim.isEmpty()) {
      return Optional.empty();
    }
    SpaceUsage usage =
        SpaceUsage.ofCapacity(
            Values.number(volume.path("usedBytes")),
            Values.number(volume.path("availableBytes")),
            Values.number(volume.path("capacityBytes")));
    return Optional.of(new VolumeStats(cluster, namespace.get(), claim.get(), usage));
  }
}
