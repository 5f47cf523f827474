package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An estate while it is being drawn, with what is due to be said of it. */
final class Draft {

  /** When every estate is captured. */
  static final Instant NIGHT = Instant.parse("2026-02-11T02:00:00Z");

  private static final int FIRST_ID = 11;

  final Chance chance;
  final Set<Feature> features;
  private final List<InventoryObject> objects = new ArrayList<>();
  private final Set<Subject> subjects = new HashSet<>();
  private final Map<Due, Long> planted = new TreeMap<>();
  private final Set<Due> open = new TreeSet<>();
  private long ids = FIRST_ID;
  private int volumes;

  Draft(Chance chance, Set<Feature> features) {
    this.chance = chance;
    this.features = Set.copyOf(features);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  void add(InventoryObject object) {
    objects.add(object);
    subjects.add(object.subject());
  }

  void addAll(List<? extends InventoryObject> several) {
    several.forEach(this::add);
  }

  /** Adds the object unless one of its name is there. */
  void addOnce(InventoryObject object) {
    if (!subjects.contains(object.subject())) {
      add(object);
    }
  }

  List<InventoryObject> objects() {
    return List.copyOf(objects);
  }

  /** A row id as databases give them. */
  long nextId() {
    return ids++;
  }

  /** Counts what somebody would call a volume, on either side. */
  void countVolume() {
    volumes++;
  }

  int volumes() {
    return volumes;
  }

  /** A leak that must be found and frees nothing. */
  void plant(FindingCode code, Subject subject) {
    plant(code, subject, 0);
  }

  /**
   * A leak that must be found.
   *
   * @param bytes the most that its removal may promise to free
   */
  void plant(FindingCode code, Subject subject, long bytes) {
    planted.put(new Due(code, subject), bytes);
  }

  /** What may be said, and need not: people could argue either way. */
  void leaveOpen(FindingCode code, Subject subject) {
    open.add(new Due(code, subject));
  }

  Map<Due, Long> planted() {
    return Map.copyOf(planted);
  }

  Set<Due> open() {
    return Set.copyOf(open);
  }

  /** Long before the night: weeks to two years. */
  Instant old() {
    return NIGHT.minusSeconds(86_400L * chance.between(20, 700) + chance.between(0, 86_399));
  }

  /** Too young to judge: minutes to hours before the night. */
  Instant young() {
    return NIGHT.minusSeconds(60L * chance.between(1, 23 * 60));
  }
}
