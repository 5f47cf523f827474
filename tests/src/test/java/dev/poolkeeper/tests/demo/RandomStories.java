package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/**
 * The demo's workloads with other misfortunes: one volume in four or so loses a side of itself or
 * of a snapshot. One seed, one estate.
 */
final class RandomStories {

  private static final Instant SNAPSHOTS_TAKEN = Instant.parse("2026-01-11T03:00:00Z");

  private final Random random;
  private final EstateDraft draft = new EstateDraft(Workloads.volumes());
  private final LocalDate night;

  private RandomStories(long seed, LocalDate night) {
    this.random = new Random(seed);
    this.night = night;
  }

  /** The estate as it is on one night. */
  static Estate tell(long seed, LocalDate night) {
    RandomStories stories = new RandomStories(seed, night);
    stories.draft.volumes().forEach(stories::tell);
    return stories.draft.finish();
  }

  private void tell(Volume volume) {
    switch (random.nextInt(24)) {
      case 0 -> lost(volume);
      case 1 -> leftover(volume);
      case 2 -> released(volume);
      case 3, 4, 5, 6, 7 -> snapshot(volume);
      default -> {}
    }
  }

  private void lost(Volume volume) {
    volume.dataset = Presence.never();
    if (random.nextBoolean()) {
      volume.share = Presence.never();
    }
    planted(101, volume.volumeSubject());
  }

  private void leftover(Volume volume) {
    volume.claimObject = Presence.never();
    volume.volumeObject = Presence.never();
    if (random.nextBoolean()) {
      volume.share = Presence.never();
    }
    planted(102, volume.datasetSubject());
  }

  private void released(Volume volume) {
    volume.claimObject = Presence.never();
    volume.reclaimPolicy = "Retain";
    planted(103, volume.volumeSubject());
  }

  /** One in order, or one of which a side is gone. */
  private void snapshot(Volume volume) {
    boolean detached = volume.nas() == Appliance.NAS1 && volume.profile.driver().isDemocratic();
    CsiSnapshot snapshot =
        detached && volume.profile.driver().isNfs() && random.nextInt(4) == 0
            ? CsiSnapshot.detachedOf(volume, "of-" + volume.claim, SNAPSHOTS_TAKEN)
            : CsiSnapshot.of(volume, "of-" + volume.claim, SNAPSHOTS_TAKEN);
    draft.snapshots().add(snapshot);
    switch (random.nextInt(4)) {
      case 0 -> {
        snapshot.backend = Presence.never();
        planted(201, snapshot.contentSubject());
      }
      case 1 -> {
        snapshot.object = Presence.never();
        snapshot.content = Presence.never();
        planted(
            snapshot.detached ? 207 : 202,
            snapshot.detached
                ? "nas1/datasets/" + snapshot.detachedDatasetId()
                : snapshot.snapshotSubject(night));
      }
      case 2 -> {
        snapshot.object = Presence.never();
        planted(203, snapshot.contentSubject());
      }
      default -> {}
    }
  }

  private void planted(int code, String subject) {
    draft.planted(code, subject, night, night);
  }
}
