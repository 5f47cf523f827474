package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.Dataset.UserProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives the datasets of one night their snapshots: those of the periodic tasks, of CSI, and of
 * clones.
 */
final class NasSnapshots {
  private static final double CHURN_RATIO = 0.0006;

  private final Estate estate;
  private final Appliance nas;
  private final LocalDate night;

  NasSnapshots(Estate estate, Appliance nas, LocalDate night) {
    this.estate = estate;
    this.nas = nas;
    this.night = night;
  }

  void addTo(List<Dataset> datasets) {
    Map<String, Dataset> byId =
        datasets.stream().collect(Collectors.toMap(dataset -> dataset.id, Function.identity()));
    addPeriodic(datasets);
    addOfCsi(byId);
    addOfClones(byId);
    addOthers(byId);
    datasets.forEach(
        dataset -> dataset.snapshots.sort(Comparator.comparing(ZfsSnapshot::createdAt)));
  }

  private void addPeriodic(List<Dataset> datasets) {
    for (Dataset dataset : datasets) {
      if (dataset.received) {
        addPeriodic(dataset, SnapshotTask.K8S_GOLD, Instant.MIN);
      }
      for (SnapshotTask task : SnapshotTask.on(nas)) {
        if (task.covers(dataset.coveredAs)) {
          addPeriodic(dataset, task, dataset.createdAt);
        }
      }
    }
  }

  private void addPeriodic(Dataset dataset, SnapshotTask task, Instant bornAt) {
    task.days(night)
        .filter(day -> SnapshotTask.takenOn(day).isAfter(bornAt))
        .filter(day -> !day.isAfter(dataset.receivedUntil))
        .filter(day -> !dataset.rolledBackOver.test(day))
        .map(day -> taken(dataset, SnapshotTask.nameOn(day), SnapshotTask.takenOn(day), List.of()))
        .forEach(dataset.snapshots::add);
  }

  private void addOfCsi(Map<String, Dataset> datasets) {
    for (CsiSnapshot snapshot : estate.snapshots()) {
      Dataset dataset = datasets.get(snapshot.volume.datasetId());
      if (dataset != null && !snapshot.detached && snapshot.backend.on(night)) {
        dataset.snapshots.add(
            taken(
                dataset, snapshot.zfsName(night), snapshot.createdAt, CsiProperties.of(snapshot)));
      }
    }
  }

  private void addOfClones(Map<String, Dataset> datasets) {
    for (Volume clone : estate.volumesOn(nas)) {
      int at = clone.origin.indexOf('@');
      Dataset source = at < 0 ? null : datasets.get(clone.origin.substring(0, at));
      if (source != null) {
        source.snapshots.add(
            taken(source, clone.origin.substring(at + 1), clone.createdAt, List.of()));
      }
    }
  }

  private void addOthers(Map<String, Dataset> datasets) {
    for (OtherSnapshot other : estate.otherSnapshots()) {
      Dataset dataset = other.nas() == nas ? datasets.get(other.dataset()) : null;
      if (dataset != null && other.presence().on(night)) {
        dataset.snapshots.add(taken(dataset, other.name(), other.truly(), List.of()).of(other));
      }
    }
  }

  /** A snapshot of content that had stopped changing the day before holds nothing of its own. */
  private static ZfsSnapshot taken(
      Dataset dataset, String name, Instant takenAt, List<UserProperty> own) {
    long referenced = dataset.history.applyAsLong(takenAt);
    boolean still = referenced == dataset.history.applyAsLong(takenAt.minus(1, ChronoUnit.DAYS));
    long used = still ? 0 : churned(dataset, takenAt, referenced);
    return new ZfsSnapshot(name, takenAt, used, referenced, own);
  }

  private static long churned(Dataset dataset, Instant takenAt, long referenced) {
    double churn = CHURN_RATIO * Draw.ratio("churn/" + dataset.id + takenAt);
    return Usage.wholeBlocks((long) (referenced * churn));
  }
}
