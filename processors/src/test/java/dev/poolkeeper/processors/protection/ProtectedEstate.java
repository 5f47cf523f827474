package dev.poolkeeper.processors.protection;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;

import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.ReplicationRun;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.judge.ClaimProtections;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An estate of claims on nas1, with a second NAS that copies may be on. */
final class ProtectedEstate {

  private final InventoryBuilder inventory;
  private int contents;

  private ProtectedEstate(InventoryBuilder inventory) {
    this.inventory = inventory;
  }

  /** Claims of these names in namespace media, each with a volume and a dataset of its own. */
  static ProtectedEstate of(String... claims) {
    ProtectedEstate estate =
        new ProtectedEstate(
            anInventory().address("10.0.0.5").nas("nas2").pool("backup").nas("nas1"));
    for (String claim : claims) {
      estate.claim("media", claim);
    }
    return estate;
  }

  static Instant ago(Duration age) {
    return NIGHT.minus(age);
  }

  static Instant daysAgo(int days) {
    return ago(Duration.ofDays(days));
  }

  InventoryBuilder inventory() {
    return inventory;
  }

  ProtectedEstate claim(String namespace, String name) {
    return claim(namespace, name, LONG_AGO, Optional.empty(), Optional.empty());
  }

  ProtectedEstate claim(
      String namespace,
      String name,
      Instant createdAt,
      Optional<String> owner,
      Optional<String> rpo) {
    String volume = "pvc-" + namespace + "-" + name;
    inventory
        .nas("nas1")
        .volume(aVolume(volume).nfs("10.0.0.5", "/mnt/" + dataset(namespace, name)).boundTo(name))
        .dataset(aDataset(dataset(namespace, name)).marked(volume))
        .add(
            new PersistentVolumeClaim(
                "prod-a",
                namespace,
                name,
                "uid-of-" + name,
                createdAt,
                Optional.empty(),
                "Bound",
                Optional.of("standard"),
                Optional.of(volume),
                OptionalLong.of(1000),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                owner,
                rpo));
    return this;
  }

  static String dataset(String namespace, String name) {
    return "tank/k8s/pvc-" + namespace + "-" + name;
  }

  /** A snapshot of a claim's dataset. */
  ProtectedEstate snapshot(String claim, String name, Instant at) {
    inventory.nas("nas1").snapshot(aSnapshot(dataset("media", claim) + "@" + name).created(at));
    return this;
  }

  /** A dataset on nas2 with a snapshot. */
  ProtectedEstate replica(String claim, String name, Instant at) {
    String id = "backup/k8s/pvc-media-" + claim;
    inventory.nas("nas2").dataset(aDataset(id).readOnly());
    inventory.snapshot(aSnapshot(id + "@" + name).created(at)).nas("nas1");
    return this;
  }

  ProtectedEstate pushes(boolean enabled, Optional<ReplicationRun> run, String target) {
    inventory.add(
        new ReplicationTask(
            "nas1",
            1,
            "k8s",
            "PUSH",
            "SSH",
            List.of("tank/k8s"),
            target,
            true,
            enabled,
            false,
            List.of(),
            run,
            ReplicationTask.Retention.UNTOLD));
    return this;
  }

  ProtectedEstate pushes() {
    return pushes(true, Optional.empty(), "backup/k8s");
  }

  ProtectedEstate task(boolean enabled, String... exclude) {
    inventory.add(
        new SnapshotTask(
            "nas1",
            3,
            "tank/k8s",
            true,
            List.of(exclude),
            "auto-%Y-%m-%d_%H-%M",
            "0 0 * * *",
            "2 WEEK",
            enabled,
            SnapshotTask.Terms.UNTOLD));
    return this;
  }

  /** A VolumeSnapshot of a claim whose content names this handle. */
  ProtectedEstate volumeSnapshot(String claim, String handle, boolean ready, Instant createdAt) {
    contents++;
    String content = "snapcontent-" + contents;
    inventory
        .content(aContent(content).handle(handle).of("pvc-media-" + claim).created(createdAt))
        .add(
            new VolumeSnapshot(
                "prod-a",
                "media",
                "snap-" + contents,
                "uid-of-" + content,
                createdAt,
                Optional.empty(),
                Optional.of(claim),
                Optional.of(content),
                ready,
                Optional.empty(),
                List.of(),
                Optional.empty()));
    return this;
  }

  List<ClaimProtection> judged() {
    return judged(ProtectionPolicy.DEFAULT);
  }

  List<ClaimProtection> judged(ProtectionPolicy policy) {
    return ClaimProtections.of(night(inventory.build()), policy);
  }

  /** The only claim of the estate. */
  ClaimProtection one() {
    List<ClaimProtection> claims = judged();
    if (claims.size() != 1) {
      throw new AssertionError(claims);
    }
    return claims.get(0);
  }

  List<Verdict> verdicts(ProtectionPolicy policy) {
    Night night = night(inventory.build());
    return ClaimUnprotected.find(night, ClaimProtections.of(night, policy));
  }

  static Night night(Inventory inventory) {
    return new Night(
        inventory,
        Reconciler.reconcile(inventory),
        new Completeness(inventory, Map.of()),
        OrphanPolicy.DEFAULT);
  }
}
