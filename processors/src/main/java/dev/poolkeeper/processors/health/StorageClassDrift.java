package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 601: a class that would make other volumes today than those it made. What its driver would do now
 * is not written anywhere that may be read, so its newest volumes stand for it. Needs its cluster's
 * classes and volumes and every NAS; a cluster that lists no class is not believed.
 */
final class StorageClassDrift implements Rule {

  private final Night night;
  private final Provisioned provisioned;
  private final Map<Subject, StorageClass> classes = new HashMap<>();
  private final Set<String> clustersWithClasses = new HashSet<>();

  StorageClassDrift(Night night, Provisioned provisioned) {
    this.night = night;
    this.provisioned = provisioned;
    night
        .all(ObjectKind.STORAGE_CLASS, StorageClass.class)
        .forEach(
            storageClass -> {
              classes.put(storageClass.subject(), storageClass);
              clustersWithClasses.add(storageClass.cluster());
            });
  }

  @Override
  public FindingCode code() {
    return FindingCode.STORAGECLASS_DRIFT;
  }

  @Override
  public Stream<Verdict> judge() {
    return provisioned.byClass().entrySet().stream()
        .filter(entry -> clustersWithClasses.contains(entry.getKey().source()))
        .flatMap(entry -> judge(entry.getKey(), entry.getValue()).stream());
  }

  private Optional<Verdict> judge(Subject subject, List<PersistentVolume> volumes) {
    StorageClass storageClass = classes.get(subject);
    List<String> evidence = new ArrayList<>();
    if (storageClass == null) {
      evidence.add("the class does not exist, and %d volumes name it".formatted(volumes.size()));
    } else {
      driver(storageClass, volumes).ifPresent(evidence::add);
      for (String parameter : List.of("protocol", "pool")) {
        parameter(storageClass, parameter, volumes).ifPresent(evidence::add);
      }
    }
    text(Switch.of(volumes, this::place), "lie in").ifPresent(evidence::add);
    text(Switch.of(volumes, StorageClassDrift::protocol), "are served over")
        .ifPresent(evidence::add);
    text(Switch.of(volumes, StorageClassDrift::address), "are served at").ifPresent(evidence::add);
    return evidence.isEmpty()
        ? Optional.empty()
        : Optional.of(night.verdict(code(), subject, evidence, Optional.empty()));
  }

  private static Optional<String> driver(
      StorageClass storageClass, List<PersistentVolume> volumes) {
    return volumes.stream()
        .map(volume -> volume.source().driver())
        .filter(driver -> !driver.equals(storageClass.provisioner()))
        .findFirst()
        .map(
            driver ->
                "its provisioner is %s, that of its volumes was %s"
                    .formatted(storageClass.provisioner(), driver));
  }

  private static Optional<String> parameter(
      StorageClass storageClass, String name, List<PersistentVolume> volumes) {
    String now = storageClass.parameters().getOrDefault(name, "");
    return volumes.stream()
        .flatMap(volume -> volume.source().attribute(name).stream())
        .filter(value -> !now.isEmpty() && !value.equals(now))
        .findFirst()
        .map(was -> "its parameter %s is %s, that of its volumes was %s".formatted(name, now, was));
  }

  private Optional<String> place(PersistentVolume volume) {
    return provisioned
        .dataset(volume)
        .flatMap(d -> d.parent().map(parent -> d.nas() + "/datasets/" + parent));
  }

  private static Optional<String> protocol(PersistentVolume volume) {
    return Optional.of(VolumeClass.of(volume.source()).protocol().name());
  }

  private static Optional<String> address(PersistentVolume volume) {
    return Stream.of("server", "nfsServer", "portal", "targetPortal")
        .flatMap(key -> volume.source().attribute(key).stream())
        .findFirst();
  }

  private static Optional<String> text(Optional<Switch> change, String verb) {
    return change.map(
        c ->
            "%d older volumes %s %s, all made since %s %s %s"
                .formatted(c.before(), verb, c.from(), c.since(), verb, c.to()));
  }
}
