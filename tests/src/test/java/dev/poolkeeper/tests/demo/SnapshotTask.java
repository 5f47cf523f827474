package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The periodic snapshot tasks: recursive, once a day at midnight. */
enum SnapshotTask {
  K8S_FILES(Appliance.NAS1, 1, "tank/k8s/vols", new Lifetime(12)),
  K8S_GOLD(
      Appliance.NAS1, 2, "tank/k8s/gold", new Lifetime(10).raised(LocalDate.of(2026, 2, 5), 45)),
  HOME(Appliance.NAS1, 3, "tank/home", new Lifetime(14)),
  K8S_BLOCK(Appliance.NAS1, 4, "flash/k8s", new Lifetime(9)),
  MACHINES(Appliance.NAS1, 5, "flash/vm", new Lifetime(7)),
  VAULT(Appliance.NAS2, 1, "vault/k8s/edge-b", new Lifetime(8)),
  ARCHIVE(Appliance.NAS2, 2, "vault/k8s/prod-a", new Lifetime(75));

  /**
   * How long snapshots are kept.
   *
   * @param raisedOn since when for longer; what had expired before stays gone
   */
  private record Lifetime(int days, Optional<LocalDate> raisedOn, int raisedDays) {
    Lifetime(int days) {
      this(days, Optional.empty(), days);
    }

    Lifetime raised(LocalDate on, int toDays) {
      return new Lifetime(days, Optional.of(on), toDays);
    }

    int on(LocalDate night) {
      return isRaised(night) ? raisedDays : days;
    }

    LocalDate oldest(LocalDate night) {
      LocalDate oldest = night.minusDays(on(night) - 1L);
      return raisedOn
          .filter(on -> isRaised(night))
          .map(on -> on.minusDays(days))
          .filter(oldest::isBefore)
          .orElse(oldest);
    }

    private boolean isRaised(LocalDate night) {
      return raisedOn.filter(on -> !night.isBefore(on)).isPresent();
    }
  }

  private final Appliance nas;
  private final int id;
  private final String dataset;
  private final Lifetime lifetime;

  SnapshotTask(Appliance nas, int id, String dataset, Lifetime lifetime) {
    this.nas = nas;
    this.id = id;
    this.dataset = dataset;
    this.lifetime = lifetime;
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
    return lifetime.on(night);
  }

  Optional<LocalDate> raisedOn() {
    return lifetime.raisedOn();
  }

  boolean covers(String datasetId) {
    return datasetId.equals(dataset) || datasetId.startsWith(dataset + "/");
  }

  /** The days of the snapshots that exist on a night, oldest first. */
  Stream<LocalDate> days(LocalDate night) {
    return lifetime.oldest(night).datesUntil(night.plusDays(1));
  }

  static String nameOn(LocalDate day) {
    return "auto-" + day + "_00-00";
  }

  /** A recursive snapshot is one transaction: the same second everywhere. */
  static Instant takenOn(LocalDate day) {
    return day.atTime(0, 0, 2).toInstant(ZoneOffset.UTC);
  }
}
