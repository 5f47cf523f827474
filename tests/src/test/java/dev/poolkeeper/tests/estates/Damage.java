package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the inventory of a night falls short of what is there. */
enum Damage {
  /** A whole source could not be read. */
  SOURCE_FAILED,
  /** A whole source was not there to be read. */
  SOURCE_NOT_READ,
  /** One list could not be read. */
  LIST_FAILED,
  /** One list was not there to be read. */
  LIST_NOT_READ,
  /** One list breaks off, and says so. */
  LIST_CUT,
  /** One list breaks off without a sign, on a night that had others before it. */
  LIST_SHRUNK,
  /** One list is empty without a sign, on a night that had others before it. */
  LIST_EMPTIED,
  /** One list is empty without a sign on the very first night. */
  LIST_EMPTY_AT_FIRST;

  /** So much must be cut off without a sign before a guard can see it. */
  private static final double SEEN = 0.31;

  /** An inventory that falls short, and what earlier nights had. */
  record Night(String what, Inventory inventory, Map<String, Long> rowsBefore) {}

  /**
   * The estate's inventory, damaged so.
   *
   * @param parts the parts that may be hit
   */
  Night hit(RandomEstate estate, List<String> parts, long seed) {
    Random random = new Random(seed);
    String part = parts.get(random.nextInt(parts.size()));
    String source = part.substring(0, part.indexOf('/'));
    boolean whole = this == SOURCE_FAILED || this == SOURCE_NOT_READ;
    Set<String> hit =
        whole
            ? estate.parts().stream()
                .filter(p -> p.startsWith(source + "/"))
                .collect(Collectors.toCollection(TreeSet::new))
            : Set.of(part);
    Map<String, CaptureStatus> statuses = new HashMap<>();
    if (status() != CaptureStatus.COMPLETE) {
      hit.forEach(p -> statuses.put(p, status()));
    }
    List<InventoryObject> left = left(estate, hit, random);
    boolean history = this == LIST_SHRUNK || this == LIST_EMPTIED;
    return new Night(
        "%s of %s".formatted(this, whole ? source : part),
        estate.inventory(left, statuses),
        history ? estate.rows() : Map.of());
  }

  private CaptureStatus status() {
    return switch (this) {
      case SOURCE_FAILED, LIST_FAILED -> CaptureStatus.FAILED;
      case SOURCE_NOT_READ, LIST_NOT_READ -> CaptureStatus.NOT_READ;
      case LIST_CUT -> CaptureStatus.PARTIAL;
      case LIST_SHRUNK, LIST_EMPTIED, LIST_EMPTY_AT_FIRST -> CaptureStatus.COMPLETE;
    };
  }

  private List<InventoryObject> left(RandomEstate estate, Set<String> hit, Random random) {
    List<InventoryObject> rows =
        new ArrayList<>(
            estate.objects().stream().filter(o -> hit.contains(RandomEstate.part(o))).toList());
    int kept =
        switch (this) {
          case LIST_CUT -> random.nextInt(rows.size() + 1);
          case LIST_SHRUNK -> random.nextInt((int) ((1 - SEEN) * rows.size()) + 1);
          case SOURCE_FAILED,
              SOURCE_NOT_READ,
              LIST_FAILED,
              LIST_NOT_READ,
              LIST_EMPTIED,
              LIST_EMPTY_AT_FIRST ->
              0;
        };
    Collections.shuffle(rows, random);
    Set<InventoryObject> lost = new HashSet<>(rows.subList(kept, rows.size()));
    return estate.objects().stream().filter(object -> !lost.contains(object)).toList();
  }
}
