package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.truenas.live.NasAccess;
import java.time.Duration;
import java.util.List;

/**
 * One entry of {@code poolkeeper.nas}.
 *
 * @param addresses further host names and addresses by which volumes know it (none)
 * @param snapshotRefresh after how long all snapshots are asked for in full again, not only new
 *     ones (7d)
 */
public record NasSettings(NasAccess access, List<String> addresses, Duration snapshotRefresh) {

  static final Duration CALL_TIMEOUT = Duration.ofMinutes(15);
  static final Duration DEADLINE = Duration.ofMinutes(45);
  static final Duration SNAPSHOT_REFRESH = Duration.ofDays(7);

  public NasSettings {
    addresses = List.copyOf(addresses);
  }

  public String name() {
    return access.name();
  }
}
