package dev.poolkeeper.processors.inventory;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was seen on one night, and how completely. The only input of the join and of all
 * verdicts.
 */
public final class Inventory {

  private final Estate estate;
  private final Map<String, Capture> captures;
  private final Map<ObjectKind, List<InventoryObject>> objects = new EnumMap<>(ObjectKind.class);

  public Inventory(
      Estate estate, List<Capture> captures, Stream<? extends InventoryObject> objects) {
    this.estate = estate;
    this.captures = captures.stream().collect(Collectors.toMap(Capture::part, capture -> capture));
    this.objects.putAll(objects.collect(Collectors.groupingBy(ObjectKind::of)));
  }

  public Estate estate() {
    return estate;
  }

  /** All objects of one kind, of every source, in the order they were given. */
  public <T extends InventoryObject> List<T> all(ObjectKind kind, Class<T> type) {
    return objects.getOrDefault(kind, List.of()).stream().map(type::cast).toList();
  }

  /** Every object, in no particular order. */
  public Stream<InventoryObject> objects() {
    return objects.values().stream().flatMap(List::stream);
  }

  public List<Capture> captures() {
    return captures.values().stream().sorted(Comparator.comparing(Capture::part)).toList();
  }

  /** The part's capture; empty when the run never came to it. */
  public Optional<Capture> capture(String source, ObjectKind kind) {
    return Optional.ofNullable(captures.get(source + "/" + kind.plural()));
  }

  /** Whether every row of the part was read, so that absence means absence. */
  public boolean complete(String source, ObjectKind kind) {
    return capture(source, kind).filter(c -> c.status() == CaptureStatus.COMPLETE).isPresent();
  }
}
