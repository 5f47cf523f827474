package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which parts of tonight's inventory may be read as absence. Every rule asks here before it judges:
 * incomplete knowledge is never read as absence.
 */
public final class Completeness {

  /** Without these nothing can be said about a cluster's volumes. */
  static final List<ObjectKind> CLUSTER =
      List.of(
          ObjectKind.NAMESPACE, ObjectKind.PERSISTENT_VOLUME, ObjectKind.PERSISTENT_VOLUME_CLAIM);

  /** Without these nothing can be said about a NAS' datasets. */
  static final List<ObjectKind> NAS =
      List.of(ObjectKind.NAS_SYSTEM, ObjectKind.POOL, ObjectKind.DATASET, ObjectKind.ZFS_SNAPSHOT);

  private final Inventory inventory;
  private final Map<String, String> held;

  /**
   * @param held reason by part, as {@link DropGuard} gave them
   */
  public Completeness(Inventory inventory, Map<String, String> held) {
    this.inventory = inventory;
    this.held = Map.copyOf(held);
  }

  /** The first of these kinds of one source that cannot be read as absence. */
  public Optional<Gap> gap(String source, List<ObjectKind> kinds) {
    return kinds.stream().flatMap(kind -> gap(source, kind).stream()).findFirst();
  }

  /** The same over every registered cluster: any of them may own what is on a shared NAS. */
  public Optional<Gap> gapInAnyCluster(List<ObjectKind> kinds) {
    return estate().clusters().stream().flatMap(c -> gap(c, kinds).stream()).findFirst();
  }

  /** The same over several systems. */
  public Optional<Gap> gapInAnyNas(List<String> systems, List<ObjectKind> kinds) {
    return systems.stream().flatMap(nas -> gap(nas, kinds).stream()).findFirst();
  }

  /**
   * The first of these kinds that was asked for and could not be read whole. Lists that only ever
   * protect need not be there, but half of one is not read as the whole of it.
   */
  public Optional<Gap> failure(String source, List<ObjectKind> kinds) {
    return kinds.stream()
        .filter(
            kind ->
                inventory
                    .capture(source, kind)
                    .filter(c -> c.status() != CaptureStatus.NOT_READ)
                    .isPresent())
        .flatMap(kind -> gap(source, kind).stream())
        .findFirst();
  }

  public Estate estate() {
    return inventory.estate();
  }

  private Optional<Gap> gap(String source, ObjectKind kind) {
    String part = source + "/" + kind.plural();
    String guard = held.get(part);
    if (guard != null) {
      return Optional.of(new Gap(Gap.Kind.HELD, part, guard));
    }
    if (inventory.complete(source, kind)) {
      return Optional.empty();
    }
    String status =
        inventory
            .capture(source, kind)
            .map(Capture::status)
            .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElse("not read");
    return Optional.of(new Gap(Gap.Kind.INCOMPLETE, part, part + ": " + status));
  }

  static List<ObjectKind> and(List<ObjectKind> base, List<ObjectKind> more) {
    return Stream.concat(base.stream(), more.stream()).toList();
  }
}
