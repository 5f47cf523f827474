package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Volumes in order, on both sides, with what belongs to them. */
final class Healthy {

  private static final List<String> NAMESPACES = List.of("media", "erp", "shop", "monitoring");

  private final Draft draft;
  private final List<Volume> made = new ArrayList<>();

  Healthy(Draft draft) {
    this.draft = draft;
  }

  /** Names a new volume, without making anything. */
  static Volume draw(Draft draft, Driver driver) {
    return draw(draft, driver, draft.old());
  }

  static Volume draw(Draft draft, Driver driver, Instant createdAt) {
    draft.countVolume();
    Chance chance = draft.chance;
    String uid = chance.uid();
    String namespace = chance.one(NAMESPACES);
    String claim = "data-" + chance.hex(8);
    String leaf = driver.templated() ? namespace + "-" + claim : "pvc-" + uid;
    boolean renamedBase = chance.in(5) && !driver.style().trueNasCsi();
    return new Volume(
        driver,
        uid,
        namespace,
        claim,
        leaf,
        renamedBase ? "iqn.2004-01.com.example.old" : driver.nas().basename(),
        chance.bytes(),
        createdAt);
  }

  /** A volume that everybody agrees on. */
  Volume make(Driver driver) {
    Volume volume = draw(draft, driver);
    cluster(volume);
    draft.add(NasRows.dataset(volume));
    draft.addAll(NasRows.serving(draft, volume));
    made.add(volume);
    periodicSnapshots(volume);
    if (draft.has(Feature.SNAPSHOTS)) {
      snapshots(volume);
    }
    if (draft.has(Feature.CLONES) && draft.chance.in(12)) {
      clone(volume);
    }
    return volume;
  }

  static ZfsSnapshot newest(Volume volume) {
    return NasRows.foreignSnapshot(
        volume, "auto-2026-02-11_00-00", Draft.NIGHT.minusSeconds(7_200), false, 0);
  }

  /** The cluster's side: volume, claim and a user. */
  void cluster(Volume volume) {
    draft.add(ClusterRows.bound(volume));
    draft.add(ClusterRows.claim(volume));
    Users.use(draft, volume);
  }

  /** The newest is a periodic one, so that none of the others is what a replication starts from. */
  private void periodicSnapshots(Volume volume) {
    draft.add(newest(volume));
    for (int i = draft.chance.between(0, 2); i > 0; i--) {
      draft.add(
          NasRows.foreignSnapshot(
              volume, "auto-2026-01-%02d_00-00".formatted(i), draft.old(), false, 4096));
    }
    if (draft.chance.in(5)) {
      draft.add(NasRows.foreignSnapshot(volume, "before-upgrade", draft.old(), true, 1 << 20));
    }
    if (draft.chance.in(4)) {
      draft.add(
          NasRows.foreignSnapshot(
              volume, "velero-" + draft.chance.hex(6), draft.old(), false, 1 << 20));
    }
  }

  private void snapshots(Volume volume) {
    for (int i = draft.chance.between(0, 2); i > 0; i--) {
      Snapshot snapshot = new Snapshot(volume, draft.chance.uid(), draft.old(), false);
      draft.add(ClusterRows.object(snapshot, true));
      draft.add(ClusterRows.content(snapshot));
      draft.add(NasRows.snapshot(snapshot, draft.chance.bytes()));
    }
    boolean detaches = draft.has(Feature.DETACHED) && volume.driver().marks();
    if (detaches && draft.chance.in(10)) {
      Snapshot copy = new Snapshot(volume, draft.chance.uid(), draft.old(), true);
      draft.add(ClusterRows.object(copy, true));
      draft.add(ClusterRows.content(copy));
      Containers.of(draft, copy);
      draft.add(NasRows.copy(copy, draft.chance.bytes()));
    }
  }

  /** A volume made from another, by way of a temporary snapshot, as drivers do. */
  private void clone(Volume source) {
    Volume clone = draw(draft, source.driver());
    String temporary =
        source.driver().style().trueNasCsi()
            ? "csi-clone-" + clone.handle().replace('/', '-') + "-1767225600"
            : "volume-source-for-volume-" + clone.leaf();
    draft.add(NasRows.foreignSnapshot(source, temporary, draft.old(), false, 4096));
    cluster(clone);
    draft.add(cloneOf(clone, source.dataset() + "@" + temporary));
    draft.addAll(NasRows.serving(draft, clone));
  }

  static Dataset cloneOf(Volume clone, String origin) {
    return NasRows.dataset(clone, clone.dataset(), Optional.of(origin), PropertySource.LOCAL);
  }

  /** What was made so far of one driver; clones are left out. */
  List<Volume> of(Driver driver) {
    return made.stream().filter(volume -> volume.driver().equals(driver)).toList();
  }
}
