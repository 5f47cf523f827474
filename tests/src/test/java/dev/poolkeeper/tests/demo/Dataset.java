package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A file system or zvol on one night, before anything is added up. */
final class Dataset {
  private static final long EMPTY_BYTES = 196_608;

  final String id;
  final boolean zvol;
  final Instant createdAt;

  ToLongFunction<Instant> history = moment -> EMPTY_BYTES;
  long dataBytes = EMPTY_BYTES;
  long limitBytes;
  boolean thick;
  boolean received;
  LocalDate receivedUntil = LocalDate.MAX;

  /** The days whose snapshots a rollback took along. */
  Predicate<LocalDate> rolledBackOver = day -> false;

  /** The path that tasks knew it by; what they made moves along when it is renamed. */
  String coveredAs;

  String origin = "";
  List<UserProperty> userProperties = List.of();
  final List<ZfsSnapshot> snapshots = new ArrayList<>();

  private Dataset(String id, boolean zvol, Instant createdAt) {
    this.id = id;
    this.zvol = zvol;
    this.createdAt = createdAt;
    this.coveredAs = id;
  }

  /** A ZFS user property. Where it comes from is said only by releases before 25.10. */
  record UserProperty(String key, String value, String source) {
    static UserProperty local(String key, String value) {
      return new UserProperty(key, value, "LOCAL");
    }

    UserProperty withSource(String other) {
      return new UserProperty(key, value, other);
    }
  }

  static Dataset filesystem(String id, Instant createdAt) {
    return new Dataset(id, false, createdAt);
  }

  static Dataset zvol(String id, Instant createdAt, long volsizeBytes) {
    Dataset zvol = new Dataset(id, true, createdAt);
    zvol.limitBytes = volsizeBytes;
    return zvol;
  }

  /** Its content over time, so that snapshots of old days show what was there then. */
  Dataset holding(ToLongFunction<Instant> bytesAt, Instant now) {
    history = bytesAt;
    dataBytes = bytesAt.applyAsLong(now);
    return this;
  }

  /** The refquota of a file system; 0 is none. */
  Dataset limitedTo(long bytes) {
    limitBytes = bytes;
    return this;
  }

  String pool() {
    return id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
  }

  String parent() {
    return id.contains("/") ? id.substring(0, id.lastIndexOf('/')) : "";
  }

  String mountpoint() {
    return "/mnt/" + id;
  }

  long snapshotBytes() {
    long sum = snapshots.stream().mapToLong(ZfsSnapshot::usedBytes).sum();
    return Usage.wholeBlocks(sum + sum / 8);
  }

  /** What a thick zvol has reserved and not yet written. */
  long refreservationBytes() {
    return thick ? Math.max(0, limitBytes - dataBytes) : 0;
  }

  long ownBytes() {
    return dataBytes + snapshotBytes() + refreservationBytes();
  }
}
