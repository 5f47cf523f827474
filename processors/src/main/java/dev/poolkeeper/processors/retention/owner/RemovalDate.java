package dev.poolkeeper.processors.retention.owner;

import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The date that TrueNAS itself has set on a snapshot. It goes before what tasks say. Source:
 * contract 2.5, {@code org.truenas:destroy_at_<first eight of the host id>}.
 */
public final class RemovalDate {

  private static final String PREFIX = "org.truenas:destroy_at_";
  private static final int DIGITS = 8;

  private RemovalDate() {}

  /** Whether a user property is such a date, of whichever system. */
  public static boolean property(String name) {
    return name.startsWith(PREFIX);
  }

  /**
   * Empty when none is set for this NAS, or it cannot be read.
   *
   * @param hostId of the NAS; empty: any such date counts
   */
  public static Optional<Instant> of(
      ZfsSnapshot snapshot, Optional<String> hostId, Optional<ZoneId> zone) {
    String wanted = PREFIX + hostId.map(RemovalDate::start).orElse("");
    return snapshot.properties().entrySet().stream()
        .filter(property -> property.getKey().startsWith(wanted))
        .flatMap(property -> parse(property.getValue().value(), zone).stream())
        .max(Instant::compareTo);
  }

  private static String start(String hostId) {
    return hostId.substring(0, Math.min(DIGITS, hostId.length()));
  }

  private static Optional<Instant> parse(String text, Optional<ZoneId> zone) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutOffset) {
      return zone.flatMap(known -> local(text, known));
    }
  }

  private static Optional<Instant> local(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
