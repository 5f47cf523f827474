package dev.poolkeeper.jobs.live;

import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.jobs.configuration.NasSettings;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.source.InventorySource;
import dev.poolkeeper.readers.source.LiveReader;
import dev.poolkeeper.readers.source.SourceReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The live systems of the configuration as one estate. */
public final class LiveEstate implements InventorySource {

  private final Estate estate;
  private final LiveConnections connections;

  public LiveEstate(LiveSettings settings, LiveConnections connections, Instant capturedAt) {
    this.estate = estate(settings, capturedAt);
    this.connections = connections;
  }

  /** Which systems there are. A NAS is also known by the host of its URL. */
  public static Estate estate(LiveSettings settings, Instant capturedAt) {
    return new Estate(
        capturedAt,
        settings.clusters().stream().map(ClusterAccess::name).toList(),
        settings.nas().stream().map(NasSettings::name).toList(),
        settings.nas().stream()
            .collect(Collectors.toMap(NasSettings::name, LiveEstate::addresses)));
  }

  private static List<String> addresses(NasSettings nas) {
    String host = nas.access().url().getHost().replaceAll("[\\[\\]]", "");
    return Stream.concat(Stream.of(host), nas.addresses().stream()).distinct().toList();
  }

  @Override
  public Estate estate() {
    return estate;
  }

  /** None: what is wrong with the configuration is said before anything is read. */
  @Override
  public List<CaptureProblem> problems() {
    return List.of();
  }

  @Override
  public SourceReader open(String source) {
    return new LiveReader(source, connections.open(source), estate.capturedAt());
  }
}
