package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeSnapshotClass;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.orphan.Drivers;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 604: a snapshot class that contents name and that is gone, or has another driver. Needs its
 * cluster's snapshot classes and contents; a cluster that lists no such class is not believed.
 */
final class SnapshotClassDrift implements Rule {

  private final Night night;
  private final Drivers drivers;
  private final Map<Subject, VolumeSnapshotClass> classes = new HashMap<>();
  private final Set<String> clustersWithClasses = new HashSet<>();

  SnapshotClassDrift(Night night, Drivers drivers) {
    this.night = night;
    this.drivers = drivers;
    for (VolumeSnapshotClass snapshotClass :
        night.all(ObjectKind.VOLUME_SNAPSHOT_CLASS, VolumeSnapshotClass.class)) {
      classes.put(snapshotClass.subject(), snapshotClass);
      clustersWithClasses.add(snapshotClass.cluster());
    }
  }

  @Override
  public FindingCode code() {
    return FindingCode.SNAPSHOTCLASS_DRIFT;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<Subject, List<VolumeSnapshotContent>> users = new TreeMap<>();
    for (VolumeSnapshotContent content :
        night.all(ObjectKind.VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)) {
      if (drivers.onTrueNas(content.cluster(), content.driver())) {
        content
            .snapshotClass()
            .map(name -> Subject.of(content.cluster(), ObjectKind.VOLUME_SNAPSHOT_CLASS, name))
            .ifPresent(named -> users.computeIfAbsent(named, n -> new ArrayList<>()).add(content));
      }
    }
    return users.entrySet().stream()
        .filter(used -> clustersWithClasses.contains(used.getKey().source()))
        .flatMap(used -> judge(used.getKey(), used.getValue()).stream());
  }

  private Optional<Verdict> judge(Subject subject, List<VolumeSnapshotContent> users) {
    VolumeSnapshotClass snapshotClass = classes.get(subject);
    if (snapshotClass == null) {
      return Optional.of(
          say(
              subject,
              "the class does not exist, and %d contents name it".formatted(users.size()),
              Optional.empty()));
    }
    List<VolumeSnapshotContent> others =
        users.stream().filter(c -> !c.driver().equals(snapshotClass.driver())).toList();
    return others.stream()
        .map(VolumeSnapshotContent::driver)
        .sorted()
        .findFirst()
        .map(
            driver ->
                say(
                    subject,
                    "its driver is %s, and %d contents of driver %s name it"
                        .formatted(snapshotClass.driver(), others.size(), driver),
                    policies(snapshotClass, users)));
  }

  /** What becomes of their snapshots is what the contents say, not the class. */
  private static Optional<String> policies(
      VolumeSnapshotClass snapshotClass, List<VolumeSnapshotContent> users) {
    long others =
        users.stream()
            .filter(c -> !c.deletionPolicy().equals(snapshotClass.deletionPolicy()))
            .count();
    return others == 0
        ? Optional.empty()
        : Optional.of(
            "its deletion policy is %s, and %d of its contents have another"
                .formatted(snapshotClass.deletionPolicy(), others));
  }

  private Verdict say(Subject subject, String sentence, Optional<String> further) {
    List<String> evidence = Stream.concat(Stream.of(sentence), further.stream()).toList();
    return night.verdict(code(), subject, evidence, Optional.empty());
  }
}
