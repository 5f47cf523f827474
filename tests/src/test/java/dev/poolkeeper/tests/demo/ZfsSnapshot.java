package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.Dataset.UserProperty;
import java.time.Instant;
import java.util.List;

/**
 * A ZFS snapshot with the properties set on itself; those of its dataset are inherited.
 *
 * @param createdAt by the clock of the NAS
 * @param truly when it was made
 */
record ZfsSnapshot(
    String name,
    Instant createdAt,
    Instant truly,
    int holds,
    long usedBytes,
    long referencedBytes,
    List<UserProperty> own) {

  ZfsSnapshot(
      String name,
      Instant createdAt,
      long usedBytes,
      long referencedBytes,
      List<UserProperty> own) {
    this(name, createdAt, createdAt, 0, usedBytes, referencedBytes, own);
  }

  ZfsSnapshot of(OtherSnapshot other) {
    return new ZfsSnapshot(
        name, other.madeAt(), truly, other.held() ? 1 : 0, usedBytes, referencedBytes, own);
  }
}
