package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which sources make up the estate of one night.
 *
 * @param capturedAt when the inventory was taken, by our clock
 * @param clusters names of the registered clusters, sorted
 * @param nas names of the registered TrueNAS systems, sorted
 * @param addresses extra host names and addresses by which a NAS is known, by NAS name
 */
public record Estate(
    Instant capturedAt,
    List<String> clusters,
    List<String> nas,
    Map<String, List<String>> addresses) {

  public Estate {
    clusters = clusters.stream().sorted().toList();
    nas = nas.stream().sorted().toList();
    addresses = Map.copyOf(addresses);
  }

  public List<String> sources() {
    return Stream.concat(clusters.stream(), nas.stream()).toList();
  }

  public Side sideOf(String source) {
    return clusters.contains(source) ? Side.CLUSTER : Side.NAS;
  }
}
