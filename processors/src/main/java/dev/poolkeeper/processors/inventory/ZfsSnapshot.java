package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A ZFS snapshot.
 *
 * @param dataset the dataset it was taken of
 * @param name the part after {@code @}
 * @param createTxg the pool's transaction group it was made in; empty when not told. With the name
 *     it tells a snapshot from a later one of the same name
 * @param properties user properties of CSI drivers and our own; inherited ones come from the
 *     dataset
 * @param held whether a hold keeps it; empty when not told
 * @param destroyPending destroyed with {@code defer}, alive only for a clone or a hold
 */
public record ZfsSnapshot(
    String nas,
    String dataset,
    String name,
    Optional<Instant> createdAt,
    OptionalLong createTxg,
    Map<String, UserProperty> properties,
    Optional<Boolean> held,
    boolean destroyPending,
    SpaceUsage usage)
    implements MeasuredObject {

  public ZfsSnapshot {
    properties = Map.copyOf(properties);
  }

  /** {@code dataset@name}. */
  public String id() {
    return dataset + "@" + name;
  }

  @Override
  public Subject subject() {
    return Subject.of(nas, ObjectKind.ZFS_SNAPSHOT, id());
  }

  /** A user property's value; empty when absent, blank or {@code -} (ZFS for unset). */
  public Optional<String> property(String key) {
    return Optional.ofNullable(properties.get(key))
        .map(UserProperty::value)
        .filter(value -> !value.isBlank() && !value.equals("-"));
  }
}
