package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.jobs.live.LiveConnections;
import dev.poolkeeper.jobs.live.LiveEstate;
import dev.poolkeeper.readers.recorded.RecordedEstate;
import dev.poolkeeper.readers.source.InventorySource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides where a run's inventory comes from: a recorded estate, or the live systems. */
public final class InventorySources {

  static final String LIVE = "live";

  private final Supplier<LiveSettings> systems;
  private final LiveConnections connections;
  private final Progress.Watch watch;

  /**
   * @param systems the live systems; asked only for a run that reads them
   * @param watch is to know of all that is read
   */
  public InventorySources(
      Supplier<LiveSettings> systems, LiveConnections connections, Progress.Watch watch) {
    this.systems = systems;
    this.connections = connections;
    this.watch = watch;
  }

  /**
   * @param from the recorded estate; empty: the live systems
   * @param capturedAt when a live inventory is taken; stands in where a recorded one does not tell
   */
  public InventorySource open(Optional<Path> from, Instant capturedAt) {
    InventorySource inventory =
        from.<InventorySource>map(directory -> RecordedEstate.open(directory, capturedAt))
            .orElseGet(() -> new LiveEstate(systems.get(), connections, capturedAt));
    return new WatchedInventory(inventory, watch);
  }

  /** How the ledger names the origin of a run. */
  static String origin(Optional<Path> from, boolean demo) {
    if (demo) {
      return "demo estate";
    }
    return from.map(path -> "recorded estate " + path.toAbsolutePath().normalize()).orElse(LIVE);
  }
}
