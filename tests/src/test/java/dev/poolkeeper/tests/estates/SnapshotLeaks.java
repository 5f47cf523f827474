package dev.poolkeeper.tests.estates;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT;
import static dev.poolkeeper.processors.finding.FindingCode.CONTENT_WITHOUT_SNAPSHOT_OBJECT;
import static dev.poolkeeper.processors.finding.FindingCode.DELETION_STUCK;
import static dev.poolkeeper.processors.finding.FindingCode.DETACHED_SNAPSHOT_ORPHAN;
import static dev.poolkeeper.processors.finding.FindingCode.SNAPSHOT_NOT_READY;
import static dev.poolkeeper.processors.finding.FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND;
import static dev.poolkeeper.processors.finding.FindingCode.SNAPSHOT_PINNED_BY_CLONE;
import static dev.poolkeeper.processors.finding.FindingCode.TEMPORARY_SNAPSHOT_LEFT;

import dev.poolkeeper.processors.inventory.PropertySource;
import java.util.Map;
import java.util.Optional;

/** Snapshots of volumes in order of which one side is gone: 2xx. */
final class SnapshotLeaks {

  private final Draft draft;
  private final Healthy healthy;

  SnapshotLeaks(Draft draft, Healthy healthy) {
    this.draft = draft;
    this.healthy = healthy;
  }

  void plant(Volume volume) {
    Snapshot snapshot =
        new Snapshot(
            volume, draft.chance.uid(), draft.old(), draft.chance.in(15) && detaches(volume));
    switch (draft.chance.between(0, 7)) {
      case 0 -> withoutBackend(snapshot);
      case 1 -> withoutContent(snapshot);
      case 2 -> withoutObject(snapshot);
      case 3 -> notReady(snapshot);
      case 4 -> pinned(volume);
      case 5 -> temporary(volume);
      case 6 -> stuck(snapshot);
      default -> {
        if (detaches(volume)) {
          withoutContent(new Snapshot(volume, draft.chance.uid(), draft.old(), true));
        }
      }
    }
  }

  private boolean detaches(Volume volume) {
    return draft.has(Feature.DETACHED) && volume.driver().marks();
  }

  private void withoutBackend(Snapshot snapshot) {
    draft.add(ClusterRows.object(snapshot, true));
    draft.add(ClusterRows.content(snapshot));
    Driver driver = snapshot.volume().driver();
    boolean known = driver.style().teaches() && !draft.has(Feature.HIDDEN_POOLS);
    if (snapshot.detached() && !known) {
      draft.leaveOpen(SNAPSHOT_OBJECT_WITHOUT_BACKEND, snapshot.content());
    } else {
      draft.plant(SNAPSHOT_OBJECT_WITHOUT_BACKEND, snapshot.content());
    }
  }

  /** Only drivers whose snapshots show whose they are. */
  private void withoutContent(Snapshot snapshot) {
    Driver driver = snapshot.volume().driver();
    boolean named = driver.style().trueNasCsi() || !driver.tellsProperties();
    if (driver.marks() || (named && !snapshot.detached())) {
      draft.plant(
          snapshot.detached() ? DETACHED_SNAPSHOT_ORPHAN : BACKEND_SNAPSHOT_WITHOUT_CONTENT,
          snapshot.backend(),
          backend(snapshot));
    }
  }

  private long backend(Snapshot snapshot) {
    long bytes = draft.chance.bytes();
    if (snapshot.detached()) {
      Containers.of(draft, snapshot);
      draft.add(NasRows.copy(snapshot, bytes));
    } else {
      draft.add(NasRows.snapshot(snapshot, bytes));
    }
    return bytes;
  }

  private void withoutObject(Snapshot snapshot) {
    draft.add(ClusterRows.content(snapshot));
    long bytes = backend(snapshot);
    draft.plant(CONTENT_WITHOUT_SNAPSHOT_OBJECT, snapshot.content(), bytes);
    // a cluster that has lost all its objects looks like one whose list failed, and is held
    Snapshot another = new Snapshot(snapshot.volume(), draft.chance.uid(), draft.old(), false);
    draft.add(ClusterRows.object(another, true));
    draft.add(ClusterRows.content(another));
    backend(another);
  }

  private void notReady(Snapshot snapshot) {
    draft.add(ClusterRows.object(snapshot, false));
    draft.add(ClusterRows.content(snapshot, Optional.empty(), Optional.empty()));
    draft.plant(SNAPSHOT_NOT_READY, snapshot.object());
  }

  /** Restored from, and then deleted: destroyed with defer, and still there for the clone. */
  private void pinned(Volume volume) {
    Snapshot snapshot = new Snapshot(volume, draft.chance.uid(), draft.old(), false);
    draft.add(
        NasRows.snapshot(
            volume,
            snapshot.name(),
            snapshot.createdAt(),
            NasRows.from(
                volume.driver().style().democratic() ? NasRows.snapshotMarks(snapshot) : Map.of(),
                PropertySource.LOCAL),
            false,
            true,
            draft.chance.bytes()));
    Volume restored = Healthy.draw(draft, volume.driver());
    healthy.cluster(restored);
    draft.add(Healthy.cloneOf(restored, volume.dataset() + "@" + snapshot.name()));
    draft.addAll(NasRows.serving(draft, restored));
    draft.plant(SNAPSHOT_PINNED_BY_CLONE, snapshot.backend());
  }

  private void temporary(Volume volume) {
    String purpose = draft.chance.in(50) ? "volume-pvc-" : "snapshot-snapshot-";
    String name = "volume-source-for-" + purpose + draft.chance.uid();
    long bytes = draft.chance.bytes();
    var left = NasRows.foreignSnapshot(volume, name, draft.old(), false, bytes);
    draft.add(left);
    draft.plant(TEMPORARY_SNAPSHOT_LEFT, left.subject(), bytes);
  }

  private void stuck(Snapshot snapshot) {
    draft.add(ClusterRows.object(snapshot, true));
    draft.add(
        ClusterRows.content(
            snapshot,
            Optional.of(snapshot.handle()),
            Optional.of(Draft.NIGHT.minusSeconds(200_000))));
    backend(snapshot);
    draft.plant(DELETION_STUCK, snapshot.content());
  }
}
