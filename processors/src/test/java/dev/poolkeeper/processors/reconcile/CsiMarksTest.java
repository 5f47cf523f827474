package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.SnapshotBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A mark counts only on the object that it names. */
class CsiMarksTest {

  private static Dataset made(DatasetBuilder dataset) {
    List<Dataset> all =
        anInventory().dataset(dataset).build().all(ObjectKind.DATASET, Dataset.class);
    return all.get(all.size() - 1);
  }

  private static ZfsSnapshot made(SnapshotBuilder snapshot) {
    return anInventory()
        .snapshot(snapshot)
        .build()
        .all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class)
        .get(0);
  }

  private static final Dataset PARENT = made(aDataset("tank/pvc-a").marked("pvc-a"));

  @Test
  void ownMarkNamesTheVolume() {
    assertThat(CsiMarks.volumeName(PARENT, Optional.empty())).contains("pvc-a");
  }

  @Test
  void inheritedMarkNamesNothing() {
    Dataset told = made(aDataset("tank/pvc-a/sub").marked("pvc-a", PropertySource.INHERITED));
    Dataset untold = made(aDataset("tank/pvc-a/sub").marked("pvc-a", PropertySource.UNKNOWN));

    assertThat(CsiMarks.volumeName(told, Optional.empty())).isEmpty();
    assertThat(CsiMarks.volumeName(untold, Optional.of(PARENT))).isEmpty();
  }

  @Test
  void unsetMarkNamesNothing() {
    assertThat(CsiMarks.volumeName(made(aDataset("tank/a").marked("-")), Optional.empty()))
        .isEmpty();
    assertThat(CsiMarks.volumeName(made(aDataset("tank/a").marked(" ")), Optional.empty()))
        .isEmpty();
  }

  @Test
  void detachedSnapshotIsNoVolume() {
    Dataset detached =
        made(
            aDataset("tank/s/pvc-a/snapshot-1")
                .marked("pvc-a")
                .detachedSnapshot("snapshot-1", "pvc-a"));

    assertThat(CsiMarks.detachedSnapshot(detached)).isTrue();
    assertThat(CsiMarks.volumeName(detached, Optional.empty())).isEmpty();
    assertThat(
            CsiMarks.detachedSnapshot(
                made(aDataset("tank/s/other/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"))))
        .isFalse();
  }

  @Test
  void periodicSnapshotInheritsMarksAndIsNoCsiSnapshot() {
    String key = CsiMarks.SNAPSHOT_NAME;
    assertThat(CsiMarks.csiSnapshot(made(aSnapshot("tank/a@snapshot-1").marked("a")))).isTrue();
    assertThat(
            CsiMarks.csiSnapshot(
                made(
                    aSnapshot("tank/a@auto-1")
                        .property(key, "snapshot-1", PropertySource.UNKNOWN))))
        .isFalse();
    assertThat(
            CsiMarks.csiSnapshot(
                made(aSnapshot("tank/a@x").property(key, "x", PropertySource.INHERITED))))
        .isFalse();
    assertThat(CsiMarks.csiSnapshot(made(aSnapshot("tank/a@x")))).isFalse();
  }

  @Test
  void keepIsARequestUnlessItSaysFalse() {
    assertThat(CsiMarks.keep(made(aDataset("tank/a").property("poolkeeper:keep", "audit"))))
        .contains("poolkeeper:keep=audit");
    assertThat(CsiMarks.keep(made(aDataset("tank/a").property("poolkeeper:keep", "False"))))
        .isEmpty();
    assertThat(CsiMarks.keep(made(aDataset("tank/a")))).isEmpty();
  }
}
