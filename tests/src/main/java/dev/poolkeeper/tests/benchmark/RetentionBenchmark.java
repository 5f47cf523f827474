package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.Encryption;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.policy.Freshness;
import dev.poolkeeper.processors.retention.policy.KeepRules;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long the check of snapshots takes, and how much memory: {@code RetentionBenchmark DATASETS
 * SNAPSHOTS-OF-EACH tasks|policy}. Snapshots are made dataset by dataset, as the step reads them
 * over its cursor; reading them is not measured here.
 */
public final class RetentionBenchmark {

  private static final Instant NIGHT = Instant.parse("2026-02-11T02:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'auto-'uuuu-MM-dd'_'HH-mm");

  private RetentionBenchmark() {}

  public static void main(String[] arguments) {
    int datasets = Integer.parseInt(arguments[0]);
    int each = Integer.parseInt(arguments[1]);
    boolean byPolicy = arguments.length > 2 && arguments[2].equals("policy");
    RetentionPolicies policies =
        byPolicy
            ? new RetentionPolicies(
                List.of(
                    new RetentionPolicy(
                        "benchmark",
                        SubjectMatch.ALL,
                        List.of(),
                        KeepRules.parse("24x1h, 14x1d, 8x1w").rules(),
                        Freshness.USUAL)))
            : RetentionPolicies.NONE;
    RetentionNight retention = new RetentionNight(night(datasets), policies, SubjectFacts::of);
    long overdue = 0;
    long snapshots = 0;
    long peak = 0;
    long nanos = 0;
    for (int i = 0; i < datasets; i++) {
      List<ZfsSnapshot> made = snapshots(i, each);
      long start = System.nanoTime();
      var checked =
          retention.check(Subject.of("nas1", ObjectKind.DATASET, path(i)), made).orElseThrow();
      nanos += System.nanoTime() - start;
      overdue += checked.dataset().count(SnapshotState.OVERDUE);
      snapshots += checked.dataset().snapshots();
      if (i % 1000 == 0) {
        Runtime runtime = Runtime.getRuntime();
        peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
      }
    }
    PrintStream out = System.out;
    out.printf(
        "%d datasets, %d snapshots, %d overdue: checked in %.1f s, largest heap seen %d MiB%n",
        datasets, snapshots, overdue, nanos / 1e9, peak >> 20);
  }

  private static String path(int i) {
    return "tank/k8s/vols/pvc-%06d".formatted(i);
  }

  /** Hourlies back from the night, so that those older than two days are overdue. */
  private static List<ZfsSnapshot> snapshots(int dataset, int each) {
    List<ZfsSnapshot> snapshots = new ArrayList<>(each);
    for (int i = 0; i < each; i++) {
      Instant at = NIGHT.minusSeconds(3600L * i);
      snapshots.add(
          new ZfsSnapshot(
              "nas1",
              path(dataset),
              NAME.format(LocalDateTime.ofInstant(at, ZONE)),
              Optional.of(at),
              OptionalLong.of(1_000_000L - i),
              Map.of(),
              Optional.of(false),
              false,
              SpaceUsage.ofSnapshot(OptionalLong.of(4096), OptionalLong.of(1 << 20))));
    }
    return snapshots;
  }

  private static List<InventoryObject> objects(int datasets) {
    List<InventoryObject> objects = new ArrayList<>();
    objects.add(
        new NasSystem("nas1", "25.04.2", "nas1", Optional.of(ZONE.getId()), Optional.of(NIGHT)));
    for (int task = 1; task <= 10; task++) {
      objects.add(
          new SnapshotTask(
              "nas1",
              task,
              task == 1 ? "tank/k8s" : "tank/other" + task,
              true,
              List.of(),
              "auto-%Y-%m-%d_%H-%M",
              "0 * * * *",
              "1 DAY",
              true,
              SnapshotTask.Terms.UNTOLD));
    }
    for (int i = 0; i < datasets; i++) {
      objects.add(
          new Dataset(
              "nas1",
              path(i),
              DatasetType.FILESYSTEM,
              Optional.empty(),
              Optional.of(Instant.EPOCH),
              Optional.empty(),
              Encryption.NONE,
              Optional.of(false),
              Map.of(),
              SpaceUsage.UNKNOWN));
    }
    return objects;
  }

  private static Night night(int datasets) {
    List<Capture> captures =
        ObjectKind.of(Side.NAS).stream()
            .map(kind -> new Capture("nas1", kind, CaptureStatus.COMPLETE, 1, 0, List.of()))
            .toList();
    Inventory inventory =
        new Inventory(
            new Estate(NIGHT, List.of(), List.of("nas1"), Map.of()),
            captures,
            objects(datasets).stream());
    return new Night(
        inventory,
        Reconciler.reconcile(inventory),
        new Completeness(inventory, Map.of()),
        OrphanPolicy.DEFAULT);
  }
}
