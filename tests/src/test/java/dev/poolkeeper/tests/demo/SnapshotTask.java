package dev.poolkeeper.tests.demo;

import static dev.poolkeeper.tests.demo.Nights.february;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The periodic snapshot tasks: recursive, once a day at midnight. */
enum SnapshotTask {
  K8S_FILES(Appliance.NAS1, 1, "tank/k8s/vols", 12),
  K8S_GOLD(Appliance.NAS1, 2, "tank/k8s/gold", 10, LocalDate.of(2026, 2, 5), 45),
  HOME(Appliance.NAS1, 3, "tank/home", 14),
  K8S_BLOCK(Appliance.NAS1, 4, "flash/k8s", 9),
  MACHINES(Appliance.NAS1, 5, "flash/vm", 7),
  PROJECTS(Appliance.NAS1, 6, "tank/projects", 10, Stop.ITS_DATASET_IS_GONE, february(7)),
  INVOICES(Appliance.NAS1, 7, "tank/invoices", 30, Stop.FAILS, february(7)),
  VAULT(Appliance.NAS2, 1, "vault/k8s/edge-b", 8),
  ARCHIVE(Appliance.NAS2, 2, "vault/k8s/prod-a", 75),
  SOFTWARE(Appliance.NAS2, 3, "vault/software", 14, Stop.DISABLED, february(6));

  /** Why a task makes none any more. */
  enum Stop {
    NEVER,
    FAILS,
    DISABLED,
    ITS_DATASET_IS_GONE
  }

  private final Appliance nas;
  private final int id;
  private final String dataset;
  private final int days;

  /** Since when they are kept for longer; what had expired before stays gone. */
  private final LocalDate raisedOn;

  private final int raisedDays;

  private final Stop stop;

  /** The first night on which it made none. */
  private final LocalDate stoppedOn;

  SnapshotTask(Appliance nas, int id, String dataset, int days) {
    this(nas, id, dataset, days, LocalDate.MAX, days);
  }

  SnapshotTask(
      Appliance nas, int id, String dataset, int days, LocalDate raisedOn, int raisedDays) {
    this(nas, id, dataset, days, raisedOn, raisedDays, Stop.NEVER, LocalDate.MAX);
  }

  SnapshotTask(Appliance nas, int id, String dataset, int days, Stop stop, LocalDate stoppedOn) {
    this(nas, id, dataset, days, LocalDate.MAX, days, stop, stoppedOn);
  }

  SnapshotTask(
      Appliance nas,
      int id,
      String dataset,
      int days,
      LocalDate raisedOn,
      int raisedDays,
      Stop stop,
      LocalDate stoppedOn) {
    this.nas = nas;
    this.id = id;
    this.dataset = dataset;
    this.days = days;
    this.raisedOn = raisedOn;
    this.raisedDays = raisedDays;
    this.stop = stop;
    this.stoppedOn = stoppedOn;
  }

  static List<SnapshotTask> on(Appliance nas) {
    return Arrays.stream(values()).filter(task -> task.nas == nas).toList();
  }

  int id() {
    return id;
  }

  String dataset() {
    return dataset;
  }

  int keptDays(LocalDate night) {
    return night.isBefore(raisedOn) ? days : raisedDays;
  }

  LocalDate raisedOn() {
    return raisedOn;
  }

  boolean covers(String datasetId) {
    return datasetId.equals(dataset) || datasetId.startsWith(dataset + "/");
  }

  /** Why it makes none on a night. */
  Stop stop(LocalDate night) {
    return night.isBefore(stoppedOn) ? Stop.NEVER : stop;
  }

  LocalDate stoppedOn() {
    return stoppedOn;
  }

  /** The day of its newest snapshot on a night. */
  LocalDate newest(LocalDate night) {
    return stop(night) == Stop.NEVER ? night : stoppedOn.minusDays(1);
  }

  /** The days of the snapshots that exist on a night, oldest first. */
  Stream<LocalDate> days(LocalDate night) {
    boolean expires = Set.of(Stop.NEVER, Stop.FAILS).contains(stop(night));
    LocalDate judged = expires ? night : newest(night);
    LocalDate oldest = judged.minusDays(keptDays(judged) - 1L);
    boolean raised = !judged.isBefore(raisedOn);
    LocalDate left = raised ? raisedOn.minusDays(days) : oldest;
    return (oldest.isBefore(left) ? left : oldest).datesUntil(newest(night).plusDays(1));
  }

  static String nameOn(LocalDate day) {
    return "auto-" + day + "_00-00";
  }

  /** A recursive snapshot is one transaction: the same second everywhere. */
  static Instant takenOn(LocalDate day) {
    return day.atTime(0, 0, 2).toInstant(ZoneOffset.UTC);
  }
}
