package dev.poolkeeper.jobs.live;

import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.readers.source.LiveSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tries every live system of the configuration, side by side. */
public final class LiveChecks {

  private final Estate estate;
  private final LiveConnections connections;

  public LiveChecks(LiveSettings settings, LiveConnections connections, Instant now) {
    this.estate = LiveEstate.estate(settings, now);
    this.connections = connections;
  }

  /** What was seen, source by source in the order of the estate. */
  public List<CheckLine> lines() {
    return SideBySide.each(estate.sources(), this::lines).stream().flatMap(List::stream).toList();
  }

  private List<CheckLine> lines(String name) {
    List<CheckLine> lines = new ArrayList<>();
    try (LiveSource source = connections.open(name)) {
      source.check(lines::add);
    } catch (RuntimeException unforeseen) {
      // one broken check must not hide what the others saw
      lines.add(
          new CheckLine(
              name,
              "check",
              Outcome.FAILED,
              "the check itself failed: " + unforeseen,
              "run it with POOLKEEPER_DEBUG=1 and report what it prints"));
    }
    return lines;
  }
}
