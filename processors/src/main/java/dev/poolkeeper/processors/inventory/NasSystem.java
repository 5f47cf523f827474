package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * A TrueNAS as it describes itself.
 *
 * @param version the version text as answered
 * @param timeZone the zone its schedules run in; empty when not answered
 * @param clock its own time when it answered, to measure clock skew
 */
public record NasSystem(
    String nas, String version, String hostname, Optional<String> timeZone, Optional<Instant> clock)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.ofSource(nas);
  }
}
