package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A random estate and the truth about it.
 *
 * @param planted every leak, with the most bytes that it may promise to free
 * @param open verdicts that may be said and need not
 * @param volumes volumes on either side
 */
record RandomEstate(
    Recipe recipe,
    Estate estate,
    List<InventoryObject> objects,
    Map<Due, Long> planted,
    Set<Due> open,
    int volumes) {

  RandomEstate {
    objects = List.copyOf(objects);
    planted = Map.copyOf(planted);
    open = Set.copyOf(open);
  }

  /** The whole inventory: every part complete. */
  Inventory inventory() {
    return inventory(objects, Map.of());
  }

  /**
   * An inventory of these objects.
   *
   * @param statuses how parts were read that were not read completely
   */
  Inventory inventory(List<InventoryObject> read, Map<String, CaptureStatus> statuses) {
    Map<String, Long> rows = rows(read);
    List<Capture> captures = new ArrayList<>();
    for (String part : parts()) {
      String source = part.substring(0, part.indexOf('/'));
      ObjectKind kind = ObjectKind.named(part.substring(part.indexOf('/') + 1)).orElseThrow();
      CaptureStatus status = statuses.getOrDefault(part, CaptureStatus.COMPLETE);
      captures.add(new Capture(source, kind, status, rows.getOrDefault(part, 0L), 1, List.of()));
    }
    return new Inventory(estate, captures, read.stream());
  }

  /** Every part of the inventory, empty ones included: {@code nas1/datasets}. */
  List<String> parts() {
    return estate.sources().stream()
        .flatMap(
            source ->
                ObjectKind.of(estate.sideOf(source)).stream()
                    .map(kind -> source + "/" + kind.plural()))
        .toList();
  }

  /** Rows by part; parts without rows are left out. */
  Map<String, Long> rows() {
    return new TreeMap<>(rows(objects));
  }

  static String part(InventoryObject object) {
    return object.subject().source() + "/" + ObjectKind.of(object).plural();
  }

  private static Map<String, Long> rows(List<InventoryObject> objects) {
    Map<String, Long> rows = new HashMap<>();
    objects.forEach(object -> rows.merge(part(object), 1L, Long::sum));
    return rows;
  }
}
