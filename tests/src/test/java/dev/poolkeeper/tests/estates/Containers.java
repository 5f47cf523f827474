package dev.poolkeeper.tests.estates;

/** Datasets that only hold others. */
final class Containers {

  private Containers() {}

  /** The dataset, and all that it lies in, as far as they are not there yet. */
  static void path(Draft draft, Nas nas, String id) {
    for (int slash = id.indexOf('/'); slash > 0; slash = id.indexOf('/', slash + 1)) {
      draft.addOnce(NasRows.plain(nas, id.substring(0, slash)));
    }
    draft.addOnce(NasRows.plain(nas, id));
  }

  /** What holds the detached snapshots of a volume. */
  static void of(Draft draft, Snapshot copy) {
    Driver driver = copy.volume().driver();
    path(draft, driver.nas(), driver.snapshotParent() + "/" + copy.volume().leaf());
  }
}
