package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A ZFS dataset: a file system or a zvol.
 *
 * @param id full path, also its name
 * @param mountpoint where it is mounted; empty for zvols and for none/legacy
 * @param createdAt ZFS creation; empty where the release does not tell (CORE)
 * @param origin the snapshot it is a clone of
 * @param readOnly as replicas are; empty when not told
 * @param properties user properties of CSI drivers and our own, others are not kept
 */
public record Dataset(
    String nas,
    String id,
    DatasetType type,
    Optional<String> mountpoint,
    Optional<Instant> createdAt,
    Optional<String> origin,
    Encryption encryption,
    Optional<Boolean> readOnly,
    Map<String, UserProperty> properties,
    SpaceUsage usage)
    implements MeasuredObject {

  public Dataset {
    properties = Map.copyOf(properties);
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.DATASET, id);
  }

  /** Encrypted and without its key, so its content cannot be judged. */
  public boolean locked() {
    return encryption == Encryption.LOCKED;
  }

  public String pool() {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  /** Last component of the path. */
  public String leaf() {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** Path of the parent; empty for a pool's root dataset. */
  public Optional<String> parent() {
    int slash = id.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(id.substring(0, slash));
  }

  /** A user property's value; empty when absent, blank or {@code -} (ZFS for unset). */
  public Optional<String> property(String key) {
    return Optional.ofNullable(properties.get(key))
        .map(UserProperty::value)
        .filter(value -> !value.isBlank() && !value.equals("-"));
  }
}
