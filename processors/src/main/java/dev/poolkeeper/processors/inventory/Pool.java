package dev.poolkeeper.processors.inventory;

import java.util.Optional;

/**
 * A ZFS pool. Its figures are raw: parity counts, so they exceed what datasets can use.
 *
 * @param guid up to 20 digits, unsigned 64 bit: text, never a number
 * @param status ONLINE, DEGRADED, FAULTED, OFFLINE, UNAVAIL, REMOVED or SUSPENDED
 * @param fragmentation percent as answered, empty when unknown
 * @param scan its last scan; empty when the NAS does not say
 */
public record Pool(
    String nas,
    String name,
    String guid,
    String status,
    boolean healthy,
    String fragmentation,
    Optional<PoolScan> scan,
    SpaceUsage usage)
    implements MeasuredObject {

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.POOL, name);
  }

  /** Whether its datasets can be listed: an exported or faulted pool hides them. */
  public boolean readable() {
    return status.equals("ONLINE") || status.equals("DEGRADED");
  }
}
